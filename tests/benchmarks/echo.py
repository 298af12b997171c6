"""What one would start from: python-telegram-bot's echo bot behind its own webhook. `python -m tests.benchmarks.echo API HOST PORT`."""

from __future__ import annotations

import sys
from typing import Any

from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say what was said."""
    if update.message:
        await update.message.reply_text(update.message.text or "")


def main(api: str, host: str, port: str) -> None:
    """Run until the end."""
    application: Any = ApplicationBuilder().token("1:echo").base_url(f"{api}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_webhook(
        listen=host, port=int(port), url_path="hook", webhook_url=f"http://{host}:{port}/hook"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
