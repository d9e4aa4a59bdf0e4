"""Translate, review and publish Chinese news."""
