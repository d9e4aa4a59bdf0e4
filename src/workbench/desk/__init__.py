"""What people do: one module an activity."""
