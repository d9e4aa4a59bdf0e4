"""One module a draft engine; passages in, drafts out."""
