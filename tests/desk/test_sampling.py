"""The sample library has a dozen articles, in every stage, and is sound."""

from __future__ import annotations

from collections import Counter

import pytest

from workbench.desk.keeping import check_library
from workbench.desk.reading import list_articles
from workbench.desk.sampling import make_sample_library
from workbench.errors import WorkbenchError
from workbench.library.library import open_library
from workbench.model.kinds import Stage


def test_a_dozen_articles_in_every_stage(tmp_path):
    path = tmp_path / "sample.workbench"
    steps = [step.done for step in make_sample_library(path)]
    assert steps == list(range(1, 13))
    with open_library(path) as library:
        stages = Counter(article.stage for article in list_articles(library))
        assert sum(stages.values()) == 12
        assert set(stages) == set(Stage)
        assert check_library(library).problems == []
    assert len(list((tmp_path / "sample-pages").glob("*.html"))) == 3


def test_nothing_is_overwritten_by_a_sample_library(tmp_path):
    path = tmp_path / "mine.workbench"
    path.write_text("mine")
    with pytest.raises(WorkbenchError, match="exists already"):
        list(make_sample_library(path))
    assert path.read_text() == "mine"
