"""What stands before Datasette: refuses what no reader asks for, adds the headers that a browser obeys."""

import base64
import hashlib
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any
from urllib.parse import unquote_to_bytes

from archive.reading_room.spreadsheet import SpreadsheetGuard

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Headers = tuple[tuple[bytes, bytes], ...]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

# Under /-/ Datasette publishes its settings, file paths, versions and threads. What pages need stays open.
OPEN_PREFIXES = (b"/-/static/", b"/-/static-plugins/")
OPEN_PATHS = (b"/-/health",)
READING_METHODS = ("GET", "HEAD", "OPTIONS")
# The only inline script of Datasette 0.65's table page; its two possible texts are allowed by their hashes.
INLINE_SCRIPTS = ("DATASETTE_ALLOW_FACET = true;", "DATASETTE_ALLOW_FACET = false;")


def content_security_policy(inline_scripts: Iterable[str] = INLINE_SCRIPTS) -> str:
    """Only our own files, no frames, no inline script but those given. Styles may be inline: Datasette's are.

    >>> "script-src 'self';" in content_security_policy(())
    True
    """
    scripts = " ".join(["'self'", *(f"'sha256-{_base64_digest(script)}'" for script in inline_scripts)])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def security_headers() -> Headers:
    """The headers of every answer."""
    return (
        (b"content-security-policy", content_security_policy().encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"x-frame-options", b"DENY"),
        (b"referrer-policy", b"no-referrer"),
        (b"cross-origin-opener-policy", b"same-origin"),
    )


def guard(application: Application) -> Application:
    """The application behind the refusals, with the headers on every answer and no formula in a CSV."""

    headers = security_headers()

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await application(scope, receive, send)
            return
        send = _with_headers(send, headers)
        raw_path = _raw_path(scope)
        refusal = refuse_request(scope["method"], raw_path)
        if refusal:
            await _send_text(send, *refusal)
            return
        if raw_path.endswith(b".csv"):
            send = SpreadsheetGuard(send).send
        await application(scope, receive, send)

    return guarded


def refuse_request(method: str, raw_path: bytes) -> tuple[int, str] | None:
    """(status, reason) of a request that goes no further, None for one that may; `raw_path` has no query.

    Datasette 0.65 redirects `/\\\\host/` to `/\\\\host`, which a browser reads as another host: backslashes,
    control characters and leading double slashes are refused, percent-encoded ones too.

    >>> refuse_request("GET", b"/%5Cexample.org/")
    (400, 'This address is malformed.')
    >>> refuse_request("GET", b"/-/settings.json")
    (404, 'There is nothing here.')
    """
    if method not in READING_METHODS:
        return 405, "The reading room is read-only."
    path = unquote_to_bytes(raw_path)
    if path.startswith(b"//") or any(byte < 0x20 or byte in (0x5C, 0x7F) for byte in path):
        return 400, "This address is malformed."
    if _is_closed(raw_path) or _is_closed(path):
        return 404, "There is nothing here."
    return None


def _is_closed(path: bytes) -> bool:
    inner = path.startswith(b"/-/") or path == b"/-"
    return inner and path not in OPEN_PATHS and not path.startswith(OPEN_PREFIXES)


def _raw_path(scope: Scope) -> bytes:
    raw: bytes | None = scope.get("raw_path")
    return raw.partition(b"?")[0] if raw else str(scope["path"]).encode("utf-8", "surrogateescape")


def _with_headers(send: Send, headers: Headers) -> Send:
    names = {name for name, _ in headers}

    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = [(name, value) for name, value in message.get("headers", []) if name.lower() not in names]
            message = {**message, "headers": [*own, *headers]}
        await send(message)

    return send_with_headers


async def _send_text(send: Send, status: int, reason: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": f"{reason}\n".encode()})


def _base64_digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
