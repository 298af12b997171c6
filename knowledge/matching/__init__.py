"""From an understood question to the facts that answer it, or the nearest ones that do not."""
