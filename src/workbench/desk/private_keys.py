"""Private halves of signing keys: in the system's keyring, or in a file that a passphrase protects; never in a library."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path

import keyring
import platformdirs
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from keyring.errors import KeyringError

from workbench.desk.keys import can_keep_keys
from workbench.desk.statements import fingerprint, public_of
from workbench.errors import Reason, RefusedError, WorkbenchError, reason_of
from workbench.formats.writing import write_file
from workbench.sentences import say

SERVICE = "translation-workbench signing key"
VARIABLE = "WORKBENCH_SIGNING_PASSPHRASE"
"""The variable of the environment that may hold the passphrase of a file, for scripts."""
FORMAT = "translation-workbench-signing-key"
COST = 2**16
"""scrypt's n; with r = 8 it takes 64 MB and a fifth of a second."""
SHORTEST = 8
_unlocked: dict[str, Ed25519PrivateKey] = {}


def keep_private(key: Ed25519PrivateKey, passphrase: str = "") -> str:
    """Keep a new key: with a passphrase in a file, without one in the keyring; return where it is now.

    Raises `WorkbenchError` when there is neither.
    """
    public = public_of(key)
    _unlocked[public] = key
    if passphrase:
        path = file_of(public)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_private(key, path, passphrase)
        return str(path)
    if can_keep_keys():
        try:
            keyring.set_password(SERVICE, public, key.private_bytes_raw().hex())
        except KeyringError:
            pass  # locked, or refused by the person
        else:
            return say("this computer’s keyring")
    del _unlocked[public]
    raise WorkbenchError(
        say(
            "This computer has no keyring. Give a passphrase: the key is then kept in a file that it protects."
        )
    )


def private_key(public: str) -> Ed25519PrivateKey:
    """Return the private half of a key; raises `RefusedError` when it is locked or not on this computer."""
    if public in _unlocked:
        return _unlocked[public]
    kept = _in_keyring(public)
    if kept is not None:
        return kept
    if not file_of(public).exists():
        raise RefusedError(
            Reason(
                "no-signing-key",
                say(
                    "Your approvals are signed, and your key {fingerprint} is not on this computer. Bring it here, or "
                    "make a new one: Settings, Review.",
                    fingerprint=fingerprint(public),
                ),
            )
        )
    if passphrase := os.environ.get(VARIABLE, ""):
        unlock(public, passphrase)
        return _unlocked[public]
    raise RefusedError(
        Reason(
            "signing-key-locked",
            say("Your signing key is locked. Unlock it with its passphrase: Settings, Review."),
        )
    )


def unlock(public: str, passphrase: str) -> None:
    """Unlock the file of a key until the program ends; raises `WorkbenchError` for a wrong passphrase."""
    _unlocked[public] = read_private(file_of(public), passphrase)


def is_at_hand(public: str) -> bool:
    """Tell whether a key can sign now."""
    return (
        public in _unlocked
        or _in_keyring(public) is not None
        or (is_locked(public) and VARIABLE in os.environ)
    )


def is_locked(public: str) -> bool:
    """Tell whether a key waits in its file for a passphrase."""
    return public not in _unlocked and file_of(public).exists()


def forget_private(public: str) -> None:
    """Remove the private half of a key from this computer."""
    _unlocked.pop(public, None)
    file_of(public).unlink(missing_ok=True)
    try:
        if keyring.get_password(SERVICE, public) is not None:
            keyring.delete_password(SERVICE, public)
    except KeyringError:
        return


def file_of(public: str) -> Path:
    """Return where the file of a key is, or would be."""
    return Path(platformdirs.user_data_dir("workbench", False)) / "keys" / f"{public[:16]}.signing-key"


def write_private(key: Ed25519PrivateKey, path: Path, passphrase: str) -> None:
    """Write a key to a file that only the passphrase opens (scrypt and ChaCha20-Poly1305)."""
    if len(passphrase) < SHORTEST:
        raise WorkbenchError(say("A passphrase has {count} characters at least.", count=SHORTEST))
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    sealed = ChaCha20Poly1305(_derived(passphrase, salt)).encrypt(
        nonce, key.private_bytes_raw(), FORMAT.encode()
    )
    content = {
        "format": FORMAT,
        "public": public_of(key),
        "salt": salt.hex(),
        "nonce": nonce.hex(),
        "key": sealed.hex(),
    }
    write_file(path, (json.dumps(content, indent=1) + "\n").encode())
    if os.name != "nt":
        path.chmod(0o600)


def read_private(path: Path, passphrase: str) -> Ed25519PrivateKey:
    """Read a key from its file; raises `WorkbenchError` for a wrong passphrase and for anything that is no such file."""
    try:
        content = json.loads(path.read_bytes())
        salt, nonce, sealed = (bytes.fromhex(content[name]) for name in ("salt", "nonce", "key"))
        raw = ChaCha20Poly1305(_derived(passphrase, salt)).decrypt(nonce, sealed, FORMAT.encode())
        return Ed25519PrivateKey.from_private_bytes(raw)
    except InvalidTag as error:
        raise WorkbenchError(say("This is not the passphrase of {path}.", path=path.name)) from error
    except OSError as error:
        raise WorkbenchError(
            say("{path} cannot be read: {reason}.", path=path, reason=reason_of(error))
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise WorkbenchError(say("{path} is no signing key.", path=path.name)) from error


def _derived(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=COST, r=8, p=1).derive(passphrase.encode())


def _in_keyring(public: str) -> Ed25519PrivateKey | None:
    try:
        kept = keyring.get_password(SERVICE, public)
    except KeyringError:
        return None
    return None if kept is None else Ed25519PrivateKey.from_private_bytes(bytes.fromhex(kept))
