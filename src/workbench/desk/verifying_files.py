"""Whether published files are what was published: by their manifest, by signatures, by a library, by a kept seal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from workbench.desk.anchoring import Seal
from workbench.desk.statements import is_made_with
from workbench.errors import FormatError, Problem
from workbench.formats.files import digest_of_file, read_file
from workbench.formats.gate import MAX_JSON_BYTES, safe_json
from workbench.formats.manifest import MANIFEST_NAME, ListedPage, read_manifest, verify_file
from workbench.formats.record import SUFFIX as RECORD_SUFFIX
from workbench.formats.record import read_record
from workbench.library.library import Library
from workbench.sentences import Sentence, say

WRITTEN = ("written beside", "taken down")
"""The events that name files beside those of publications."""


def verify(
    paths: Sequence[Path], *, library: Library | None = None, seal: Seal | None = None
) -> list[Problem]:
    """Check published files against the manifest beside them; return what differs.

    A manifest stands for all its files. With a library they are also compared with what it has published, with a seal
    the signing keys with those it names: whoever can write the folder can write its manifest too.
    """
    published = None if library is None else _published(library)
    keys = None if seal is None else seal.keys
    return [problem for path in paths for problem in _verified(path, published, keys)]


def _verified(
    path: Path, published: set[tuple[str, str]] | None, keys: Mapping[str, Sequence[str]] | None
) -> Iterator[Problem]:
    told = verify_file(path)
    yield from told
    wrong = {problem.path for problem in told}
    try:
        pages = read_manifest(path.parent).pages.values()
    except FormatError:
        return  # said already
    for page in pages:
        names = [each.name for each in page.files]
        if path.name == MANIFEST_NAME or path.name in names:
            for said in _page_problems(page, keys):
                yield Problem(str(path), MANIFEST_NAME, said)
            files = [path.parent / name for name in names] if path.name == MANIFEST_NAME else [path]
            for file in files:
                if str(file) not in wrong:  # one sentence a file is enough
                    yield from _file_problems(file, published, keys)


def _page_problems(page: ListedPage, keys: Mapping[str, Sequence[str]] | None) -> Iterator[Sentence]:
    expected = {
        "digest": page.digest,
        "person": page.approved_by,
        "article": page.key,
        "language": page.language,
    }
    said = signature_problem(page.signature, expected, keys)
    if said is not None:
        yield said


def _file_problems(
    path: Path, published: set[tuple[str, str]] | None, keys: Mapping[str, Sequence[str]] | None
) -> Iterator[Problem]:
    try:
        digest = digest_of_file(path)
    except (OSError, FormatError):
        return  # said already
    is_published = published is None or (path.name, digest) in published
    if not is_published and not path.name.endswith(RECORD_SUFFIX):  # earlier ones were not noted
        yield Problem(str(path), "", say("{path} is not what the library has published.", path=path.name))
    if path.name.endswith(RECORD_SUFFIX):
        for said in _record_problems(path, keys):
            yield Problem(str(path), "", said)


def _record_problems(path: Path, keys: Mapping[str, Sequence[str]] | None) -> Iterator[Sentence]:
    try:
        record = read_record(read_file(path, most=MAX_JSON_BYTES))
        approvals = record["approvals"]
        assert isinstance(approvals, list)
        for approval in approvals:
            expected = {"digest": approval["digest"], "person": approval["person"], "article": record["key"]}
            said = signature_problem(approval.get("signature") or {}, expected, keys)
            if said is not None:
                yield said
    except (FormatError, OSError, KeyError, TypeError, AttributeError, AssertionError):
        yield say("This is no sign-off record.")


def signature_problem(
    signature: Mapping[str, str], expected: Mapping[str, object], keys: Mapping[str, Sequence[str]] | None
) -> Sentence | None:
    """Return what is wrong with a signature that should say what is expected; None when nothing is.

    With `keys` (public keys by person) whoever has keys must have signed, with one of them.
    """
    person = str(expected["person"])
    known = None if keys is None else keys.get(person, [])
    if not signature:
        return (
            say("The approval of {person} is not signed, though they have a key.", person=person)
            if known
            else None
        )
    try:
        statement = safe_json(signature["statement"].encode())
        is_right = all(statement[name] == value for name, value in expected.items()) and is_made_with(
            signature["statement"].encode(), signature=signature["signature"], public=signature["public"]
        )
    except (FormatError, ValueError, KeyError, TypeError, AttributeError):
        is_right = False
    if not is_right:
        return say("The signature of {person} does not belong to this text.", person=person)
    if known is not None and signature["public"] not in known:
        return say("The signature is not made with a key of {person}.", person=person)
    return None


def _published(library: Library) -> set[tuple[str, str]]:
    """Return name and digest of every file a library wrote: pages, what went beside them, and notices in their place."""
    with library.reading() as tx:
        pages = [file for publication in tx.reviews.all_publications() for file in publication.files]
        others = [file for event in tx.events.of_kinds(WRITTEN) for file in event.data.get("files", ())]
        return {(str(file["path"]), str(file["digest"])) for file in (*pages, *others)}
