"""What was asked in vain, and how the bot is taught to understand it: nothing here knows Telegram."""
