"""Every text that an editor sees, beyond what readers see (`handlers.texts`)."""

from __future__ import annotations

EDITORS_ONLY = "Lệnh này chỉ dành cho biên tập viên."
