"""The weights of the comparisons, fitted once on aligned texts; see `benchmarks/alignment.py`."""

WEIGHTS = {
    "link": 3.59,
    "one_to_one": 0.64,
    "more_chinese": -2.00,
    "more_english": -1.78,
    "many_to_many": -2.12,
    "cover_chinese": 1.65,
    "cover_english": 2.88,
    "share": 2.38,
    "length_error": -1.69,
    "length_square": -0.83,
    "weakest": 0.93,
    "open_quote": -1.90,
    "question": -0.82,
    "exclamation": -0.30,
    "quote": -0.73,
}

SKIP_WEIGHTS = {"chinese": -3.50, "english": -3.15, "mass": 0.74}
