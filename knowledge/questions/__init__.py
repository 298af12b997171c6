"""Understanding a question: what it asks, of what and when, and what none of this explains."""
