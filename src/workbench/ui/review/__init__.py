"""The Review: the Editor's rows with what changed since submission, approved or returned one by one."""
