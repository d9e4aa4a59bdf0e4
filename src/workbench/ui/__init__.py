"""The windows: thin callers of the desk; Qt and threads live here alone."""
