"""The tests; a package of this name, because other packages ship one that would be found instead."""
