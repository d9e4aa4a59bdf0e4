"""The weights of the comparisons, fitted once on aligned texts; see `benchmarks/alignment.py`."""

WEIGHTS = {
    "link": 0.233,
    "one_to_one": 0.397,
    "more_chinese": -1.150,
    "more_english": -0.740,
    "many_to_many": -1.122,
    "cover_chinese": 0.510,
    "cover_english": 0.876,
    "share": 1.986,
    "length_error": -1.018,
    "length_square": -0.217,
    "weakest": 1.023,
    "question": -0.330,
    "exclamation": -0.186,
    "quote": -0.121,
    "colon": -0.093,
    "semicolon": -0.080,
    "dash": -0.039,
    "bracket": -0.095,
    "percent": -0.126,
}

SKIP_WEIGHTS = {"chinese": -1.075, "english": -1.185, "mass": 0.163}
