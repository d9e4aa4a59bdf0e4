"""Finding which sentences of a Chinese text and its English translation belong together."""
