"""What Hỏi Đáp knows, and how a question finds it.

Knows nothing of Telegram and of processes, and can be used as a library:

>>> from knowledge.service import Knowledge
>>> with Knowledge.open("hoidap.db") as known:  # doctest: +SKIP
...     known.ask("Sông Công luân chuyển bao nhiêu cán bộ?").status
'not_stated'
"""
