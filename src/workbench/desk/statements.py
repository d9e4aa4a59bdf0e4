"""What a signature on an approval says, and whether it is the person's who is named (RELIABILITY.md, A1 to A3)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


@dataclass(frozen=True, slots=True)
class Statement:
    """What is signed: who approves exactly which content of which edition, when, and after what had happened.

    `digest` is the digest of the content, `after` that of the newest event in the account at that moment.
    """

    article: str
    language: str
    version: int
    step: int
    digest: str
    person: str
    at: datetime
    after: str

    def as_bytes(self) -> bytes:
        """Return the one text of this statement, which is the same in every program and for ever."""
        said = {"approves": "translation-workbench-approval-1", **asdict(self), "at": self.at.isoformat()}
        return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def sign(statement: Statement, key: Ed25519PrivateKey) -> str:
    """Return the signature of a statement in hexadecimal."""
    return key.sign(statement.as_bytes()).hex()


def is_signed(statement: Statement, *, signature: str, public: str) -> bool:
    """Tell whether a signature was made over exactly this statement with the key whose public half is given."""
    return is_made_with(statement.as_bytes(), signature=signature, public=public)


def is_made_with(said: bytes, *, signature: str, public: str) -> bool:
    """Tell whether a signature was made over these bytes; anything that is no key or signature is not."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signature), said)
    except (InvalidSignature, ValueError):
        return False
    return True


def public_of(key: Ed25519PrivateKey) -> str:
    """Return the public half of a key in hexadecimal."""
    return key.public_key().public_bytes_raw().hex()


def fingerprint(public: str) -> str:
    """Return what people compare when they make sure of a key: four groups of its digest."""
    digest = hashlib.sha256(bytes.fromhex(public)).hexdigest()[:16].upper()
    return "-".join(digest[at : at + 4] for at in range(0, 16, 4))
