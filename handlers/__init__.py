"""The conversations: how an answer is shown, and later one module per thing a person can do in Telegram."""
