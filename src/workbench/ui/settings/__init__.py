"""The Settings window, drawn from the declarations."""
