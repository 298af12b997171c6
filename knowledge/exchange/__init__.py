"""Packs in and out: files, bundles, sheets, articles on their way in, and what a load would change."""
