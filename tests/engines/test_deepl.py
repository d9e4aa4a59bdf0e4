"""The official DeepL client, on our transport, against a real HTTP server."""

from __future__ import annotations

import threading
import time

import pytest
from tests.engines.deepl_server import CLOCK, FINAL, KEY, STEADY, TEMPORARY, english_of

from workbench.engines.courier import Patience
from workbench.engines.deepl import DeeplEngine
from workbench.errors import EngineError
from workbench.model.draft import DraftRequest
from workbench.model.kinds import SegmentKind, TermStatus
from workbench.model.passage import Passage, TermEntry, TermForm

SENTENCES = (
    "许达哲主持召开国际友好城市工作会议",
    "4月2日，湖南省委副书记、省长许达哲主持召开会议，研究友好城市工作。",
    "省委副书记乌兰讲话。",
    "一季度，湖南实现进出口总额1235.8亿元，同比增长12.6%。",
)
PASSAGES = tuple(
    Passage(source, "", number, (number + 1) // 2, SegmentKind.HEADLINE if number == 1 else SegmentKind.BODY)
    for number, source in enumerate(SENTENCES, 1)
)
TERMS = (
    TermEntry(
        ("湖南省委", "中共湖南省委"),
        (
            TermForm("CPC Hunan Provincial Committee"),
            TermForm("Hunan Party Committee", TermStatus.ADMITTED),
        ),
    ),
    TermEntry(("命运共同体",), (TermForm("community of destiny", TermStatus.FORBIDDEN),)),
    TermEntry(("发展",), (TermForm("development"),)),
    TermEntry(("发展",), (TermForm("growth"),)),
)


def request_to(server, *, terms=(), target="en", **options):
    options = {"deepl_server": server.address, "library": "office", **options}
    return DraftRequest(
        target_language=target,
        headline=SENTENCES[0],
        context="\n".join(SENTENCES),
        terms=terms,
        options=options,
    )


def engine(patience=STEADY, key=KEY):
    made = DeeplEngine(patience)
    made.use_key(key)
    return made


def test_each_sentence_gets_its_own_translation_with_provenance(deepl_server):
    drafts = list(engine().draft(PASSAGES, request_to(deepl_server)))
    assert [draft.number for draft in drafts] == [1, 2, 3, 4]
    assert [draft.text for draft in drafts] == [english_of(source) for source in SENTENCES]
    assert drafts[1].detail == {"model": "quality_optimized"}
    assert [draft.billed_characters for draft in drafts] == [len(source) for source in SENTENCES]


def test_the_article_goes_along_as_context_and_the_spelling_is_the_houses(deepl_server):
    list(engine().draft(PASSAGES, request_to(deepl_server, spelling="uk")))
    body = deepl_server.last()
    assert body["context"] == "\n".join(SENTENCES)
    assert (body["source_lang"], body["target_lang"]) == ("ZH", "EN-GB")
    assert body["text"] == list(SENTENCES)


@pytest.mark.parametrize(
    ("language", "code"),
    [("en", "EN-US"), ("en-GB", "EN-GB"), ("fr", "FR"), ("ko", "KO"), ("ja", "JA"), ("pt", "PT-PT")],
)
def test_other_languages_go_by_deepls_codes(deepl_server, language, code):
    list(engine().draft(PASSAGES[:1], request_to(deepl_server, target=language)))
    assert deepl_server.last()["target_lang"] == code


def test_formality_and_model_are_sent_only_when_chosen(deepl_server):
    list(engine().draft(PASSAGES[:1], request_to(deepl_server)))
    assert not {"formality", "model_type"} & set(deepl_server.last())
    chosen = request_to(deepl_server, deepl_formality="prefer_more", deepl_model="latency_optimized")
    list(engine().draft(PASSAGES[:1], chosen))
    assert deepl_server.last()["formality"] == "prefer_more"
    assert deepl_server.last()["model_type"] == "latency_optimized"


def test_long_articles_go_in_paragraphs_within_the_limits(deepl_server):
    passages = [Passage(f"第{n}句" + "长" * 300, "", n, n // 3) for n in range(1, 121)]
    drafts = list(engine().draft(passages, request_to(deepl_server)))
    assert len(drafts) == 120
    bodies = [body for _, path, body in deepl_server.calls if path == "/v2/translate"]
    assert all(len(body["text"]) <= 50 and sum(map(len, body["text"])) <= 8_000 for body in bodies)
    firsts = [body["text"][0] for body in bodies]
    assert all(passages[i].paragraph != passages[i - 1].paragraph for i in map(_index, firsts) if i)


def _index(text):
    return int(text[1 : text.index("句")]) - 1


def test_a_request_that_is_too_large_is_cut_in_halves(deepl_server):
    deepl_server.fail("413")
    drafts = list(engine().draft(PASSAGES, request_to(deepl_server)))
    assert [draft.text for draft in drafts] == [english_of(source) for source in SENTENCES]
    assert deepl_server.count("/v2/translate") == 3


@pytest.mark.parametrize(
    "kind", [kind for kind in TEMPORARY if kind[:1].isdigit() or kind in {"silent", "cut at once", "drip"}]
)
def test_a_passing_failure_is_tried_again(deepl_server, kind):
    deepl_server.fail(kind)
    drafts = list(engine().draft(PASSAGES, request_to(deepl_server)))
    assert [draft.text for draft in drafts] == [english_of(source) for source in SENTENCES]
    assert sorted(deepl_server.paid) == sorted(SENTENCES)


@pytest.mark.parametrize("kind", TEMPORARY)
def test_a_failure_that_stays_is_one_sentence_and_pairs_nothing(deepl_server, kind):
    deepl_server.fail(*[kind] * 6)
    begun, drafts = CLOCK(), []
    with pytest.raises(EngineError) as raised:
        drafts.extend(engine().draft(PASSAGES, request_to(deepl_server)))
    assert drafts == []
    assert not raised.value.is_final
    assert str(raised.value).endswith((".", "!"))
    assert "Traceback" not in str(raised.value)
    assert KEY not in str(raised.value)
    assert CLOCK() - begun < STEADY.deadline_s + STEADY.try_s
    assert deepl_server.count("/v2/translate") <= 5


@pytest.mark.parametrize(
    ("kind", "word"),
    [("403", "key"), ("456", "characters"), ("404", "deepl_server"), ("400", "settings"), ("huge", "10 MB")],
)
def test_what_cannot_get_better_stops_after_one_request(deepl_server, kind, word):
    assert kind in FINAL
    deepl_server.fail(kind)
    with pytest.raises(EngineError, match=word) as raised:
        list(engine().draft(PASSAGES, request_to(deepl_server)))
    assert raised.value.is_final
    assert deepl_server.count("/v2/translate") == 1


def test_paragraphs_answered_before_a_failure_are_kept(deepl_server):
    passages = [Passage("长" * 5000 + str(n), "", n, n) for n in (1, 2, 3)]
    drafts, made = [], engine().draft(passages, request_to(deepl_server))
    drafts.append(next(made))
    deepl_server.fail("456")
    with pytest.raises(EngineError):
        drafts.extend(made)
    assert [draft.number for draft in drafts] == [1]


def test_retry_after_is_honoured_and_a_long_one_is_not_waited_for(deepl_server):
    deepl_server.fail("429 with Retry-After", "429 with Retry-After")
    begun = time.monotonic()
    assert list(engine().draft(PASSAGES, request_to(deepl_server)))
    assert time.monotonic() - begun >= 0.04
    impatient = Patience(deadline_s=60, try_s=30, first_wait_s=0.001, longest_wait_s=0.01)
    deepl_server.fail("429 with Retry-After")
    with pytest.raises(EngineError, match="asked too much"):
        list(engine(impatient).draft(PASSAGES, request_to(deepl_server)))


@pytest.mark.parametrize("kind", ["silent", "drip", "slow header"])
def test_a_cancel_is_heard_while_a_server_keeps_us_waiting(deepl_server, kind):
    deepl_server.fail(kind)
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    request = request_to(deepl_server)
    request = DraftRequest(options=request.options, is_cancelled=stop.is_set)
    begun = time.monotonic()
    with pytest.raises(EngineError, match="cancelled"):
        list(engine(Patience()).draft(PASSAGES, request))
    assert time.monotonic() - begun < 1.2


def test_an_answer_that_is_still_chinese_is_no_draft(deepl_server, monkeypatch):
    monkeypatch.setattr("tests.engines.deepl_server.english_of", lambda text: text)
    assert list(engine().draft(PASSAGES, request_to(deepl_server))) == []


def test_the_preferred_terms_become_a_glossary_once(deepl_server):
    for _ in range(3):
        drafts = list(engine().draft(PASSAGES, request_to(deepl_server, terms=TERMS)))
    assert deepl_server.made_glossaries == 1
    assert deepl_server.last()["glossary_id"] == "glossary-1"
    (dictionary,) = _dictionaries(deepl_server)
    assert dictionary["entries"].split("\n") == [
        "中共湖南省委\tCPC Hunan Provincial Committee",
        "湖南省委\tCPC Hunan Provincial Committee",
    ]
    assert (dictionary["source_lang"], dictionary["target_lang"]) == ("ZH", "EN")
    assert len(drafts[0].detail["glossary"]) == 12


def _dictionaries(server):
    return next(
        body["dictionaries"]
        for method, path, body in server.calls
        if (method, path) == ("POST", "/v3/glossaries")
    )


def test_a_changed_term_replaces_the_glossary_and_no_terms_remove_it(deepl_server):
    list(engine().draft(PASSAGES, request_to(deepl_server, terms=TERMS)))
    list(engine().draft(PASSAGES, request_to(deepl_server, terms=TERMS, target="fr")))
    assert len(deepl_server.glossaries) == 2
    list(engine().draft(PASSAGES, request_to(deepl_server, terms=TERMS[:1])))
    assert len(deepl_server.glossaries) == 2
    changed = TermEntry(("湖南省委",), (TermForm("Hunan Provincial Committee of the CPC"),))
    list(engine().draft(PASSAGES, request_to(deepl_server, terms=(changed,))))
    assert (len(deepl_server.glossaries), deepl_server.made_glossaries) == (2, 3)
    list(engine().draft(PASSAGES, request_to(deepl_server)))
    assert [one["name"].split()[2] for one in deepl_server.glossaries.values()] == ["ZH-FR"]
    assert "glossary_id" not in deepl_server.last()


def test_glossaries_of_others_on_the_account_are_left_alone(deepl_server):
    list(engine().draft(PASSAGES, request_to(deepl_server, terms=TERMS, library="other")))
    list(engine().draft(PASSAGES, request_to(deepl_server, library="office")))
    assert len(deepl_server.glossaries) == 1


def test_without_glossaries_on_the_account_the_draft_goes_on_and_says_so(deepl_server):
    deepl_server.fail("400", on="/v3/glossaries")
    drafts = list(engine().draft(PASSAGES, request_to(deepl_server, terms=TERMS)))
    assert drafts[0].detail["glossary"] == "none"


def test_usage_is_told_in_words(deepl_server):
    usage = engine().usage({"deepl_server": deepl_server.address})
    assert usage.sentence == "1,000 of 500,000 characters of this period are used."
    with pytest.raises(EngineError, match="does not accept the key"):
        engine(key="wrong").usage({"deepl_server": deepl_server.address})


@pytest.mark.parametrize(
    "address",
    [
        "http://api.deepl.com",
        "ftp://api.deepl.com",
        "https://name:secret@deepl.example",
        "https://",
        "deepl.example",
        "https://host:99999",
    ],
)
def test_an_unsafe_server_gets_nothing(address):
    with pytest.raises(EngineError, match="deepl_server"):
        list(engine().draft(PASSAGES, DraftRequest(options={"deepl_server": address})))


def test_the_key_decides_which_of_deepls_servers_is_asked():
    assert engine().server({}) == "https://api-free.deepl.com"
    assert engine(key="paid").server({}) == "https://api.deepl.com"


def test_without_a_key_nothing_is_asked():
    with pytest.raises(EngineError, match="needs the key"):
        list(DeeplEngine().draft(PASSAGES, DraftRequest()))
