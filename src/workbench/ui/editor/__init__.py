"""The Editor: the whole article in one scroll, source beside target, where translators live all day."""
