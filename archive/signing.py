"""The key that signs manifests: Ed25519, made on first use, kept in the data folder under keys/.

Whoever owns the machine can take it. What defeats them is a signed manifest that was copied elsewhere before.
"""

import hashlib
import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from archive.durable import write_durably
from archive.errors import DamagedArchive

KEYS = "keys"
PRIVATE = "signing.pem"
PUBLIC = "signing.pub"


def load_signing_key(folder: Path) -> Ed25519PrivateKey:
    """The data folder's key, made where it has none, its public half written beside it.

    DamagedArchive where one half is missing or belongs to another key: a new key made in silence would be no proof.
    """
    keys = folder / KEYS
    private, public = keys / PRIVATE, keys / PUBLIC
    if not private.exists():
        if public.exists():
            raise DamagedArchive(f"{private} is missing: put it back, or move {public} away to begin with a new key")
        _make_key(private)
    key = _read_private(private)
    if not public.exists():
        write_durably(public, public_pem(key))
    if public.read_bytes() != public_pem(key):
        raise DamagedArchive(f"{public} is not the public half of {private}: put the right one back")
    return key


def _make_key(path: Path) -> None:
    path.parent.mkdir(mode=0o700, exist_ok=True)
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    write_durably(path, pem, mode=0o600)


def public_pem(key: Ed25519PrivateKey) -> bytes:
    """The public half as PEM: what `openssl pkeyutl -verify -pubin` takes."""
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def key_id(pem: bytes) -> str:
    """SHA-256 of the 32 bytes of a public key in PEM; ValueError where it is none."""
    return hashlib.sha256(_read_public(pem).public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()


def is_signed(message: bytes, signature: bytes, pem: bytes) -> bool:
    """True where the signature over the message is the key's; ValueError where the PEM holds no Ed25519 key."""
    try:
        _read_public(pem).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def trusted_pem(folder: Path) -> bytes | None:
    """The public key of a data folder; None where it has signed nothing yet."""
    path = folder / KEYS / PUBLIC
    return path.read_bytes() if path.is_file() else None


def _read_private(path: Path) -> Ed25519PrivateKey:
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise DamagedArchive(f"{path} holds no key that can sign: {error}; put it back, or move it away") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise DamagedArchive(f"{path} holds no Ed25519 key: put the right one back, or move it away")
    os.chmod(path, 0o600)  # noqa: PTH101 a copied or restored key may have come with wider rights
    return key


def _read_public(pem: bytes) -> Ed25519PublicKey:
    try:
        key = load_pem_public_key(pem)
    except UnsupportedAlgorithm as error:
        raise ValueError(str(error)) from None
    if not isinstance(key, Ed25519PublicKey):
        raise ValueError("not an Ed25519 key")
    return key
