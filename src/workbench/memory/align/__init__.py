"""Finding which sentences of a Chinese text and its English translation belong together.

Length, dictionary and terms, numbers, names, quotation marks, and words learned from the texts themselves decide;
no neural model is needed, one can take part as a `Scorer`. The order of the modules: `values` (what goes in and
out), `tokens` and `corpus` (texts as numbers), `lexicon` and `links` (what is known of words), `anchors` (where to
look), `cells` (how good a link is), `search` (the best way through), `learning` (words the texts teach), `passes`
and `documents` (all together), `files` (from folders), `editing` (links made and broken by hand), `pairing`
(which articles belong together).
"""

from workbench.memory.align.documents import PASSES, align_documents, align_in_steps
from workbench.memory.align.files import find_pairs, installed_scorer, read_article, read_lines
from workbench.memory.align.values import Alignment, DocumentPair, Link, Scorer

__all__ = [
    "PASSES", "Alignment", "DocumentPair", "Link", "Scorer", "align_documents", "align_in_steps", "find_pairs",
    "installed_scorer", "read_article", "read_lines",
]  # fmt: skip
