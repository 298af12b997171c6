"""A strict local stand-in for Telegram, with a chat page to meet the bot on."""
