"""What editors do in Telegram: facts, articles and wordings in, corrections, and a look at what was asked."""
