"""Events in words, for the history of an article and the sign-off sheet."""

from __future__ import annotations

from string import Formatter

from workbench.model.review import Event
from workbench.sentences import Sentence, counted, fill, say, template, verbatim

SENTENCES = {
    "imported": template("imported {path} ({segments} segments)"),
    "source changed": template(
        "the source changed (segments: {changed} changed, {added} new, {removed} gone, {kept} kept)"
    ),
    "source corrected": template("corrected the source: “{before}” is now “{after}”"),
    "drafted": template("drafted {filled} segments with {engine}"),
    "characters sent": template("sent {characters} characters to {engine}"),
    "sending allowed": template("allowed texts to be sent to draft servers ({host})"),
    "submitted": template("submitted for review"),
    "returned": template("sent back: {reason}"),
    "approved": template("approved exactly this text"),
    "approved a step": template("approved the step {step}"),
    "reopened": template("reopened the review"),
    "changed after approval": template("changed approved text; it is in review again"),
    "correction begun": template("began correction, version {version}"),
    "withdrawn": template("withdrew the page: {reason}"),
    "published": template("published version {version}: {count} files"),
    "accepted": template("accepted {what}: {reason}"),
    "left out": template("left a segment out: {reason}"),
    "added": template("added text without a source: {reason}"),
    "taken out": template("took an added segment out again"),
    "moved": template("moved a segment from place {was} to {now}"),
    "locked": template("locked a segment"),
    "unlocked": template("unlocked a segment"),
    "details": template("changed page details: {fields}"),
    "credits put right": template("changed the {role} credit from {before} to {after}: {reason}"),
    "assigned": template("gave it to {to} as {role}"),
    "handed over": template("handed it over from {holder} to {to} as {role}: {reason}"),
    "released": template("took it from {holder} as {role}: {reason}"),
    "unlocked by force": template("unlocked segments {segments} by force: {reason}"),
    "segments returned": template("returned segments {segments}: {reason}"),
    "segments approved": template("approved segments {segments}"),
    "change accepted": template("accepted a change"),
    "approved version restored": template("restored the approved version"),
    "taken down": template("took the page down: {count} files"),
    "written beside": template("wrote {count} files beside the page"),
    "source link tried": template("opened the address of the source ({about})"),
    "facts report filed": template("filed the report of findings"),
    "preview read": template("read the preview of the page"),
    "sent": template("sent it out as {format} ({path})"),
    "merged": template("merged {path}: {changed} segments changed, {comments} comments"),
    "name decided": template("decided on the name {source}: {target}"),
    "names removed": template("took names out of the table: {names}"),
    "names imported": template("brought in {names} names from {path}"),
    "accepted for good": template("accepted for good {source} {target}: {reason}"),
    "exceptions removed": template("took exceptions back: {pairs}"),
    "person added": template("added {name}"),
    "signing key added": template("began to sign approvals with the key {key}"),
    "signing key revoked": template("revoked the key {key} of {name}: {reason}"),
    "library restored": template("put a copy in the place of the library"),
    "changes accepted": template("took changes made outside this program for good: {reason}"),
    "account attached": template("let {name} sign in as {account}"),
    "person changed": template("changed {name}"),
}
OF_ONE = {
    "imported": ("segments", template("imported {path} ({segments} segment)")),
    "drafted": ("filled", template("drafted {filled} segment with {engine}")),
    "characters sent": ("characters", template("sent {characters} character to {engine}")),
    "published": ("count", template("published version {version}: {count} file")),
    "taken down": ("count", template("took the page down: {count} file")),
    "written beside": ("count", template("wrote {count} file beside the page")),
    "names imported": ("names", template("brought in {names} name from {path}")),
}
"""What is said when the count of that name is one."""


def sentence_of(event: Event) -> Sentence:
    """Return what happened, in words; an unknown kind is said as it is."""
    said = _filled(event)
    own = event.data.get("own_changes")
    if event.kind.startswith("approved") and own:
        said = counted(
            "{said}, with own changes in {count} segment",
            "{said}, with own changes in {count} segments",
            len(own),
            said=said,
        )
    if event.data.get("own_work") is True:
        said = say("{said} — approved by one of its own translators", said=said)
    return said


def _filled(event: Event) -> Sentence:
    pattern = SENTENCES.get(event.kind)
    if pattern is None:
        return verbatim(event.kind)
    counted_by, of_one = OF_ONE.get(event.kind, ("", ""))
    if counted_by and event.data.get(counted_by) == 1:
        pattern = of_one
    data = {name: ", ".join(map(str, v)) if isinstance(v, list) else v for name, v in event.data.items()}
    named = {name: data.get(name, "—") for _, name, _, _ in Formatter().parse(pattern) if name}
    try:
        return fill(pattern, named)
    except (ValueError, TypeError):
        return verbatim(event.kind)
