"""The record beside published files: what each is, of which approved content, and its digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from workbench.errors import FormatError, Problem, reason_of
from workbench.formats.files import digest_of_file, read_file
from workbench.formats.gate import MAX_JSON_BYTES, safe_json
from workbench.model.page import Page
from workbench.sentences import say

MANIFEST_NAME = "manifest.json"
_FORMAT = "translation-workbench-manifest"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file in the manifest; `version` is the edition's version it was written from."""

    name: str
    format: str
    kind: str
    sha256: str
    bytes: int
    version: int


@dataclass(slots=True)
class ListedPage:
    """A published edition in the manifest: its identity, digests, people and files.

    `digest` is the approval digest of the content, `details_digest` that of the page details,
    which no approval covers (RULES.md, what an approval covers). Times are UTC, ISO 8601. `signature` holds
    fingerprint, public key, statement and signature of an approval that was signed.
    """

    key: str
    language: str
    stem: str
    headline: str = ""
    version: int = 1
    digest: str = ""
    details_digest: str = ""
    published_at: str = ""
    published_by: str = ""
    approved_at: str = ""
    approved_by: str = ""
    withdrawn_at: str = ""
    signature: dict[str, str] = field(default_factory=dict)
    translators: list[str] = field(default_factory=list)
    reviewers: list[str] = field(default_factory=list)
    files: list[ListedFile] = field(default_factory=list)


class Manifest:
    """The pages of one folder by key and language, and whose each file name is."""

    def __init__(self, pages: Iterable[ListedPage] = ()) -> None:
        self.pages: dict[tuple[str, str], ListedPage] = {}
        self._owners: dict[str, tuple[str, str]] = {}
        self._languages: dict[str, set[str]] = {}
        self._texts: dict[tuple[str, str], str] = {}
        for page in pages:
            self.put(page)

    def put(self, page: ListedPage) -> None:
        """Add a page or replace its entry."""
        identity = (page.key, page.language)
        self.pages[identity] = page
        self._texts.pop(identity, None)
        self._languages.setdefault(page.key, set()).add(page.language)
        self._owners |= {each.name.casefold(): identity for each in page.files}

    def texts(self) -> list[str]:
        """Return the entries as JSON in their order; each is written once, however often the manifest is."""
        for identity, page in self.pages.items():
            if identity not in self._texts:
                self._texts[identity] = _canonical(asdict(page))
        return [self._texts[identity] for identity in sorted(self.pages)]

    def of_article(self, key: str) -> list[ListedPage]:
        """Return the pages of an article, one a language."""
        return [self.pages[key, language] for language in sorted(self._languages.get(key, ()))]

    def owner_of(self, name: str) -> tuple[str, str] | None:
        """Return key and language of the page a file name belongs to, or None."""
        return self._owners.get(name.casefold())


def details_digest(page: Page) -> str:
    """Return the SHA-256 of the page details, which editors keep and no approval covers."""
    details = {
        "section": page.section,
        "published": page.published.isoformat() if page.published else "",
        "outlet": page.outlet,
        "slug": page.slug,
        "keywords": page.keywords,
        "source_address": page.source_address,
        "photo_credits": [page.photo_credit, *(photo.credit for photo in page.photos)],
        "corrections": [[each.at.isoformat(), each.text] for each in page.corrections],
    }
    return _digest_of(details)


def listed_page(page: Page, *, stem: str, by: str, at: datetime, files: list[ListedFile]) -> ListedPage:
    """Return the entry of a page that was just written."""
    return ListedPage(
        key=page.key,
        language=page.language,
        stem=stem,
        headline=page.headline,
        version=page.version,
        digest=page.digest,
        details_digest=details_digest(page),
        published_at=_utc(at),
        published_by=by,
        approved_at=_utc(page.approved_at) if page.approved_at else "",
        approved_by=page.approved_by,
        signature=asdict(page.signature) if page.signature else {},
        translators=list(page.translators),
        reviewers=list(page.reviewers),
        files=files,
    )


def dump_manifest(manifest: Manifest) -> bytes:
    """Return the manifest as JSON, a page a line; its own digest over the pages reveals a change by hand."""
    texts = manifest.texts()
    digest = hashlib.sha256(f"[{','.join(texts)}]".encode()).hexdigest()
    head = json.dumps({"format": _FORMAT, "version": _VERSION, "sha256": digest})
    lines = ",\n".join(texts)
    return f'{head[:-1]}, "pages": [\n{lines}\n]}}\n'.encode()


def read_manifest(folder: Path) -> Manifest:
    """Read a folder's manifest, an empty one where there is none; raises `FormatError` for a damaged one."""
    path = folder / MANIFEST_NAME
    try:
        data = read_file(path, most=MAX_JSON_BYTES)
    except FileNotFoundError:
        return Manifest()
    except OSError as error:
        raise FormatError(
            say("The manifest {path} cannot be read: {reason}.", path=path, reason=reason_of(error)),
            place=str(path),
        ) from error
    try:
        content = safe_json(data, name=path.name)
        pages = [_listed(each) for each in content["pages"]]
        is_ours = content["format"] == _FORMAT and content["version"] == _VERSION
        is_intact = content["sha256"] == _digest_of(content["pages"])
    except (FormatError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise _damaged(path) from error
    if not is_ours or not is_intact or not all(_is_plain(each.name) for page in pages for each in page.files):
        raise _damaged(path)
    return Manifest(pages)


def _is_plain(name: str) -> bool:
    """Tell whether a name is that of a file beside the manifest; a path could lead anywhere."""
    return name not in {"", ".", ".."} and not any(mark in name for mark in "/\\\0")


def verify_file(path: Path) -> list[Problem]:
    """Check a published file against the manifest beside it; the manifest itself: all its files.

    No problems means: this file is, byte for byte, what was last published of that page.
    """
    try:
        manifest = read_manifest(path.parent)
    except FormatError as error:
        return [Problem(str(path), MANIFEST_NAME, error.sentence)]
    if not (path.parent / MANIFEST_NAME).is_file():
        return [
            Problem(
                str(path),
                "",
                say(
                    "There is no {manifest} beside it, so nothing can be checked.",
                    manifest=MANIFEST_NAME,
                ),
            )
        ]
    if path.name == MANIFEST_NAME:
        names = [each.name for page in manifest.pages.values() for each in page.files]
        return [problem for name in names for problem in _verified(path.parent / name, manifest)]
    return _verified(path, manifest)


def _verified(path: Path, manifest: Manifest) -> list[Problem]:
    identity = manifest.owner_of(path.name)
    if identity is None:
        return [
            Problem(
                str(path),
                "",
                say(
                    "{path} is not in {manifest}: it was not published from here.",
                    path=path.name,
                    manifest=MANIFEST_NAME,
                ),
            )
        ]
    page = manifest.pages[identity]
    listed = next((each for each in page.files if each.name.casefold() == path.name.casefold()), None)
    if listed is None:
        return [
            Problem(
                str(path),
                "",
                say("{path} was published once and is not part of the page any more.", path=path.name),
            )
        ]
    try:
        found = digest_of_file(path)
    except FormatError as error:
        return [Problem(str(path), "", error.sentence)]
    except OSError as error:
        return [
            Problem(
                str(path),
                "",
                say(
                    "{path} is in {manifest} and cannot be read: {reason}.",
                    path=path.name,
                    manifest=MANIFEST_NAME,
                    reason=reason_of(error),
                ),
            )
        ]
    problems = []
    if found != listed.sha256:
        sentence = say(
            "{path} was changed after it was published. Publish “{headline}” again.",
            path=path.name,
            headline=page.headline,
        )
        problems.append(Problem(str(path), "", sentence))
    if listed.version != page.version:
        sentence = say(
            "{path} shows version {old}; version {new} of “{headline}” was published since, without this "
            "format. Publish it as {format} too, or remove the file.",
            path=path.name,
            old=listed.version,
            new=page.version,
            headline=page.headline,
            format=listed.format,
        )
        problems.append(Problem(str(path), "", sentence))
    return problems


def _listed(entry: dict[str, object]) -> ListedPage:
    files = entry["files"]
    if not isinstance(files, list):
        raise TypeError("files is not a list")
    rest = {name: value for name, value in entry.items() if name != "files"}
    return ListedPage(**rest, files=[ListedFile(**each) for each in files])  # type: ignore[arg-type]


def _damaged(path: Path) -> FormatError:
    return FormatError(
        say(
            "The manifest {path} was damaged or changed by hand. Move it away together with the files beside it, "
            "and publish again into an empty folder.",
            path=path,
        ),
        place=str(path),
    )


def _digest_of(content: object) -> str:
    return hashlib.sha256(_canonical(content).encode()).hexdigest()


def _canonical(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
