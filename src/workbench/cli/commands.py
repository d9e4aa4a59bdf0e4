"""Which module holds which commands."""

from __future__ import annotations

MODULES = {
    "articles": "import list show draft",
    "editing": "edit confirm omit split join move comment resolve accept set assign",
    "finding": "find replace",
    "stages": "submit return approve reopen correct withdraw",
    "checking": "check",
    "tracking": "review",
    "going_over": "compare walk answer restore-approved release unlock notices sheet",
    "publishing": "publish verify",
    "exchanging": "send merge",
    "demonstration": "demo",
    "memory": "memory",
    "terms": "terms",
    "words": "lookup words",
    "deciding": "names exceptions",
    "people": "people credits",
    "libraries": "library",
    "settings": "settings",
    "engines": "engines",
}
"""Which module holds which commands: only the one that was asked for is loaded, so that `list` starts fast."""
