"""How many slips of the hand lie between two words."""

from __future__ import annotations


def is_within(one: str, other: str, slips: int) -> bool:
    """Tell whether two words are at most `slips` letters apart (Levenshtein's distance).

    The first and last equal letters are skipped, so that two unlike words are told apart at once.
    """
    if abs(len(one) - len(other)) > slips:
        return False
    if not one or not other:
        return True
    if one[0] == other[0]:
        return is_within(one[1:], other[1:], slips)
    if one[-1] == other[-1]:
        return is_within(one[:-1], other[:-1], slips)
    if slips == 0:
        return False
    return (
        is_within(one[1:], other[1:], slips - 1)
        or is_within(one[1:], other, slips - 1)
        or is_within(one, other[1:], slips - 1)
    )
