"""A folder of published pages: names that collide with nobody's, all files of a page together, the manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Self

from workbench.errors import FormatError, reason_of
from workbench.formats.addressing import as_named
from workbench.formats.base import ExchangeFormat, Format
from workbench.formats.manifest import (
    MANIFEST_NAME,
    ListedFile,
    ListedPage,
    Manifest,
    dump_manifest,
    listed_page,
    read_manifest,
)
from workbench.formats.safe_names import page_stem
from workbench.formats.writing import (
    WritingError,
    explained,
    place_new,
    remove_leftovers,
    replace_with,
    sync_folder,
    write_beside,
    write_file,
)
from workbench.model.page import Page
from workbench.sentences import join, say

# The manifest is rewritten every so many pages of a batch, and at its end.
_PAGES_A_MANIFEST = 25


class FileKind(StrEnum):
    """What a written file is for."""

    PAGE = "page"
    PICTURE = "picture"
    EXCHANGE = "exchange"
    RECORD = "record"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that stands in its place, read back and compared; `digest` is its SHA-256.

    `format` is the format's key, for a picture its suffix without the dot.
    """

    path: Path
    format: str
    digest: str
    kind: FileKind = FileKind.PAGE


@dataclass(frozen=True, slots=True)
class Companion:
    """A file that goes with a page and is made elsewhere: its sign-off sheet, or the record of it."""

    format: str
    suffix: str
    data: bytes


@dataclass(frozen=True, slots=True)
class _Planned:
    name: str
    format: str
    kind: FileKind
    data: bytes


def publish_page(
    page: Page, folder: Path, formats: Sequence[Format], *, by: str = "", at: datetime | None = None
) -> list[WrittenFile]:
    """Write one page in the given formats, with its pictures, and bring the folder's manifest up to date.

    Nothing is replaced but files of the same page. Raises `FormatError` (nothing written) when a
    format cannot carry the page, and `WritingError` when the disk cannot take it.
    """
    with PublishingFolder(folder) as target:
        return target.publish(page, formats, by=by, at=at)


class PublishingFolder:
    """A folder that takes published pages one after the other, for batches of any length."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._manifest, self._written = Manifest(), b""
        self._changed: set[tuple[str, str]] = set()

    def __enter__(self) -> Self:
        with explained(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            remove_leftovers(self.folder)
        self._manifest = read_manifest(self.folder)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.save_manifest()

    @property
    def manifest_path(self) -> Path:
        """Return where the manifest of this folder stands."""
        return self.folder / MANIFEST_NAME

    def languages(self, key: str, format_key: str) -> set[str]:
        """Return the languages in which an article stands here in a format."""
        return {
            page.language
            for page in self._manifest.of_article(key)
            if any(file.format == format_key for file in page.files)
        }

    def publish(
        self,
        page: Page,
        formats: Sequence[Format],
        *,
        by: str = "",
        at: datetime | None = None,
        beside: Sequence[Companion] = (),
        agree: Callable[[list[WrittenFile]], None] = lambda _: None,
    ) -> list[WrittenFile]:
        """Write one page with what goes beside it; see `publish_page`. The manifest follows at the latest when the folder is left.

        `agree` is asked when everything is written and nothing has its name yet; what it raises leaves the
        folder as it was.
        """
        identity = (page.key, page.language)
        with explained(self.folder / page_stem(page.headline, page.published, slug=page.slug)):
            stem, planned = self._plan(page, formats, beside, identity)
        written = [
            WrittenFile(
                self.folder / each.name, each.format, hashlib.sha256(each.data).hexdigest(), each.kind
            )
            for each in planned
        ]
        self._place(planned, identity, lambda: agree(written))
        files = self._files_now(planned, written, page, identity)
        self._manifest.put(listed_page(page, stem=stem, by=by, at=at or datetime.now(UTC), files=files))
        self._changed.add(identity)
        if len(self._changed) >= _PAGES_A_MANIFEST:
            self.save_manifest()
        return written

    def take_down(self, key: str, language: str, notice: bytes, *, at: datetime) -> list[Path]:
        """Put a notice in the place of a page's web page, so that links lead to it, and remove its other files.

        Files that somebody changed since are not ours to remove. Returns what was replaced or removed.
        """
        page = self._manifest.pages.get((key, language))
        if page is None:
            return []
        touched, kept = [], []
        for file in page.files:
            path = self.folder / file.name
            if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != file.sha256:
                continue
            touched.append(path)
            if file.format == "html":
                write_file(path, notice)
                digest = hashlib.sha256(notice).hexdigest()
                kind = FileKind.WITHDRAWN.value
                kept.append(replace(file, kind=kind, sha256=digest, bytes=len(notice)))
            else:
                path.unlink()
        page.files, page.withdrawn_at = kept, at.astimezone(UTC).isoformat(timespec="seconds")
        self._manifest.put(page)
        self._changed.add((key, language))
        return touched

    def save_manifest(self) -> None:
        """Write the manifest, keeping what another program listed there meanwhile."""
        if not self._changed:
            return
        current = self._manifest if self._is_as_written() else read_manifest(self.folder)
        for identity in self._changed:
            current.put(self._manifest.pages[identity])
        data = dump_manifest(current)
        write_file(self.manifest_path, data)
        self._manifest, self._written = current, data
        self._changed.clear()

    def _is_as_written(self) -> bool:
        """Tell whether the manifest is the one written here last, so that nobody else has listed anything."""
        try:
            return self._written != b"" and self.manifest_path.read_bytes() == self._written
        except OSError:
            return False  # `read_manifest` says what is wrong with it

    def _plan(
        self,
        page: Page,
        formats: Sequence[Format],
        beside: Sequence[Companion],
        identity: tuple[str, str],
    ) -> tuple[str, list[_Planned]]:
        """Find a stem under which every file is new, ours already, or the same to the byte."""
        known = self._manifest.pages.get(identity)
        wanted = known.stem if known else page_stem(page.headline, page.published, slug=page.slug)
        for counter in range(1, 10_000):
            stem = wanted if counter == 1 else f"{wanted}-{counter}"
            planned = _files_of(page, formats, stem)
            planned += [_Planned(stem + one.suffix, one.format, FileKind.RECORD, one.data) for one in beside]
            if all(self._is_free(each, identity) for each in planned):
                return stem, planned
        raise WritingError(
            say(
                "There are too many files named {wanted} in {folder}. Choose another folder.",
                wanted=wanted,
                folder=self.folder,
            )
        )

    def _is_free(self, file: _Planned, identity: tuple[str, str]) -> bool:
        owner = self._manifest.owner_of(file.name)
        if owner is not None:
            return owner == identity
        path = self.folder / file.name
        if not path.is_symlink() and not path.exists():
            return True
        return path.is_file() and not path.is_symlink() and path.read_bytes() == file.data

    def _place(self, planned: list[_Planned], identity: tuple[str, str], agree: Callable[[], None]) -> None:
        """Write everything beside its place first, then, if that is agreed, rename all of it."""
        temporaries: list[tuple[Path, Path]] = []
        try:
            for each in planned:
                path = self.folder / each.name
                temporaries.append((write_beside(path, each.data), path))
            agree()
            for temporary, path in temporaries:
                is_known = self._manifest.owner_of(path.name) == identity
                _rename(temporary, path, may_replace=is_known)
            sync_folder(self.folder)
        finally:
            for temporary, _ in temporaries:
                temporary.unlink(missing_ok=True)

    def _files_now(
        self, planned: list[_Planned], written: list[WrittenFile], page: Page, identity: tuple[str, str]
    ) -> list[ListedFile]:
        files = [
            ListedFile(file.name, file.format, file.kind.value, now.digest, len(file.data), page.version)
            for file, now in zip(planned, written, strict=True)
        ]
        names = {file.name for file in planned}
        before: ListedPage | None = self._manifest.pages.get(identity)
        kept = [each for each in before.files if each.name not in names] if before else []
        return files + [each for each in kept if (self.folder / each.name).exists()]


def _rename(temporary: Path, path: Path, *, may_replace: bool) -> None:
    if may_replace:
        replace_with(temporary, path)
        return
    try:
        place_new(temporary, path)
    except FileExistsError as error:
        if path.is_file() and path.read_bytes() == temporary.read_bytes():
            return
        raise WritingError(
            say(
                "Somebody else has just written {path} to {folder}. Publish again.",
                path=path.name,
                folder=path.parent,
            )
        ) from error
    except OSError as error:
        raise WritingError(
            say(
                "{path} could not be written to {folder}: {reason}.",
                path=path.name,
                folder=path.parent,
                reason=reason_of(error),
            )
        ) from error


def _files_of(page: Page, formats: Sequence[Format], stem: str) -> list[_Planned]:
    named = as_named(page, stem)
    files = [_file(named, each, f"{stem}{each.suffix}") for each in formats]
    is_linked = any(getattr(each, "links_pictures", False) for each in formats)
    return [*files, *_pictures(named)] if is_linked else files


def _file(page: Page, format_: Format, name: str) -> _Planned:
    data = format_.write(page)
    differences = format_.differences(page, data)
    if differences:
        raise FormatError(
            say(
                "{name} was not written: read back, it differs from the page. {differences}",
                name=name,
                differences=join(differences),
            ),
            place=name,
        )
    kind = FileKind.EXCHANGE if isinstance(format_, ExchangeFormat) else FileKind.PAGE
    return _Planned(name, format_.key, kind, data)


def _pictures(page: Page) -> list[_Planned]:
    return [
        _Planned(photo.name, Path(photo.name).suffix[1:], FileKind.PICTURE, photo.data)
        for photo in page.photos
        if photo.data
    ]
