"""What is said: figures and where they stand, follow-ups, sources, and what could be asked instead."""
