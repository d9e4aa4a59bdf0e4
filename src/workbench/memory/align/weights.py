"""The weights of the comparisons, fitted once on aligned texts by `benchmarks/fit_alignment.py`.

By an averaged structured perceptron with a margin, on the 87 joined-and-dropped NTREX documents, the 123 whole ones
with sentences dropped at random, the sentences of TICO-19, and six hand-aligned chapters of Chinese novels (the
development part of the MAC corpus). Fitted on half of each, the other half comes out within a point. The two weights
of paragraphs are set by judgement: those texts have none.
"""

WEIGHTS = {
    "link": 3.59,
    "one_to_one": 0.64,
    "more_chinese": -2.00,
    "more_english": -1.78,
    "many_to_many": -2.12,
    "cover_chinese": 1.65,
    "cover_english": 2.88,
    "share": 2.38,
    "weakest": 0.93,
    "length_error": -1.69,
    "length_square": -0.83,
    "open_quote": -1.90,
    "question": -0.82,
    "exclamation": -0.30,
    "quote": -0.73,
    "paragraph_crossed": -0.80,
    "paragraphs_end": 0.50,
}
"""For each comparison of `cells.FEATURES`."""

SKIP_WEIGHTS = {"chinese": -3.50, "english": -3.15, "mass": 0.74}
"""Of leaving a sentence without a partner: for one of either language, and for each ten units of rarity in it."""

CONFIDENCE = {
    "link": 1.55,
    "rate": 0.08,
    "omission_rate": 0.05,
    "neighbour": 0.08,
    "omission": -0.97,
    "several": -1.22,
    "beside_omission": -0.62,
}
"""Of a logistic function that tells how often such a link was right in the same texts."""
