"""Facts in the making: what an editor types, read into what a pack holds, with everything that is not right yet."""
