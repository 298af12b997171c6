"""Vietnamese text: what is typed, as words, numbers, times and units; and what is known of the language."""
