"""Events in words, for the history of an article and the sign-off sheet."""

from __future__ import annotations

from workbench.model.review import Event

SENTENCES = {
    "imported": "imported {path} ({segments} segments)",
    "source changed": "the source changed: {changed} segments changed, {added} new, {removed} gone, {kept} kept",
    "source corrected": "corrected the source: “{before}” is now “{after}”",
    "drafted": "drafted {filled} segments with {engine}",
    "submitted": "submitted for review",
    "returned": "sent back: {reason}",
    "approved": "approved exactly this text (digest {digest:.12})",
    "approved a step": "approved the step {step}",
    "reopened": "reopened the review",
    "changed after approval": "changed approved text; it is in review again",
    "correction begun": "began correction, version {version}",
    "withdrawn": "withdrew the page: {reason}",
    "published": "published version {version}: {count} files",
    "accepted": "accepted {what}: {reason}",
    "left out": "left a segment out: {reason}",
    "added": "added text without a source: {reason}",
    "locked": "locked a segment",
    "unlocked": "unlocked a segment",
    "details": "changed page details: {fields}",
    "credits put right": "changed the {role} credit from {before} to {after}: {reason}",
    "assigned": "gave it to {to} as {role}",
    "sent": "sent it out as {format} ({path})",
    "merged": "merged {path}: {changed} segments changed, {comments} comments",
    "person added": "added {name}",
    "person changed": "changed {name}",
}


class _Said(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "–"


def sentence_of(event: Event) -> str:
    """Return what happened, in words; an unknown kind is said as it is."""
    pattern = SENTENCES.get(event.kind, event.kind)
    data = {name: ", ".join(map(str, v)) if isinstance(v, list) else v for name, v in event.data.items()}
    try:
        said = pattern.format_map(_Said(data))
    except (ValueError, TypeError):
        said = event.kind
    own = event.data.get("own_changes")
    if event.kind.startswith("approved") and own:
        said += f", with own changes in {len(own)} segment{'s' if len(own) > 1 else ''}"
    if event.data.get("own_work") is True:
        said += " — approved by one of its own translators"
    return said
