"""What we know about Chinese and English as strings."""
