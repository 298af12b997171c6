"""Reading a question or a fact with the names and topics that the store knows, however it is typed."""
