"""Fetching a page or picture from the web: http and https, in time, in size, and never from inside the house.

The host is resolved once, checked, and the connection goes to the checked address, so that a name which changes
its answer (DNS rebinding) gains nothing. The deadline is our own and covers every wait together.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import ssl
import time
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

from workbench.errors import FormatError
from workbench.sentences import Sentence, fill, join, say, template

MAX_BYTES = 20 * 1024 * 1024
SECONDS = 20.0
MAX_REDIRECTS = 5
_CONNECT_SECONDS = 10.0
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_AGENT = "Mozilla/5.0 (compatible; TranslationWorkbench)"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_ANSWERS = {
    401: template("{address} asks for a login ({status})."),
    403: template("{address} is not open to everybody ({status})."),
    404: template("{address} does not exist ({status})."),
    410: template("{address} is gone ({status})."),
    429: template("{address} asks to wait ({status})."),
}
_OTHER_ANSWER = template("{address} answers with error {status}.")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: the bytes, the address after all redirects, and what the header says they are."""

    data: bytes
    address: str
    media_type: str
    charset: str


class _ForbiddenError(Exception):
    """The host lies inside a private network."""


class _TooLateError(Exception):
    """The deadline has passed."""


def fetch_page(
    address: str, *, allow_private: bool = False, seconds: float = SECONDS, max_bytes: int = MAX_BYTES
) -> Fetched:
    """Fetch one address; `seconds` is for everything together.

    Raises `FormatError` with a sentence for dead, slow, too large, private or forbidden addresses.
    """
    deadline = time.monotonic() + seconds
    backend = _CheckedNetwork(deadline, allow_private=allow_private)
    with httpx.Client(transport=_Transport(backend), trust_env=False, follow_redirects=False) as client:
        for _ in range(MAX_REDIRECTS + 1):
            _check_address(address)
            try:
                with client.stream("GET", address, headers=_headers(), timeout=_timeout(deadline)) as answer:
                    if answer.status_code in _REDIRECTS and answer.headers.get("location"):
                        address = _next_address(address, answer.headers["location"])
                        continue
                    return _read(answer, address, deadline, max_bytes)
            except _ForbiddenError:
                raise FormatError(
                    say(
                        "{address} lies in a private network and was not opened. An admin can allow private addresses in the settings.",
                        address=_shown(address),
                    )
                ) from None
            except (_TooLateError, httpx.TimeoutException, httpcore.TimeoutException):
                raise FormatError(
                    say(
                        "{address} did not answer within {seconds:g} seconds. Try again later, or paste the text.",
                        address=_shown(address),
                        seconds=seconds,
                    )
                ) from None
            except (
                httpx.HTTPError,
                httpx.InvalidURL,
                httpcore.NetworkError,
                httpcore.ProtocolError,
                OSError,
                UnicodeError,
            ) as error:
                raise FormatError(
                    say(
                        "{address} could not be reached ({cause}). Look whether the address is right.",
                        address=_shown(address),
                        cause=_cause(error),
                    )
                ) from None
    raise FormatError(
        say(
            "{address} redirects more than {count} times. Open it in a browser and paste the text.",
            address=_shown(address),
            count=MAX_REDIRECTS,
        )
    )


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the open internet: not private, loopback, link-local, reserved or mapped to such."""
    try:
        ip = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip.is_site_local:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _next_address(address: str, location: str) -> str:
    try:
        return urljoin(address, location).split("#")[0]
    except ValueError:
        raise FormatError(
            say(
                "{address} redirects to something that is no address. Paste the text instead.",
                address=_shown(address),
            )
        ) from None


def _check_address(address: str) -> None:
    try:
        parts = urlsplit(address)
        host, user, _ = parts.hostname, parts.username, parts.port
    except ValueError:
        raise FormatError(
            say("{address} is no web address. Type it as https://….", address=_shown(address))
        ) from None
    if parts.scheme not in {"http", "https"} or not host:
        raise FormatError(
            say(
                "{address} is no web address: only http and https are read. Type it as https://….",
                address=_shown(address),
            )
        )
    if user is not None:
        raise FormatError(
            say(
                "{address} holds a user name. Leave it out: pages behind a login are not read.",
                address=_shown(address),
            )
        )
    if re.search(r"[\x00-\x20\x7f]", address):
        raise FormatError(
            say(
                "{address} holds spaces or control characters. Copy it again from the browser.",
                address=_shown(address),
            )
        )


def _headers() -> dict[str, str]:
    return {
        "User-Agent": _AGENT,
        "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
        "Accept-Encoding": "gzip, deflate",
    }


def _timeout(deadline: float) -> httpx.Timeout:
    left = deadline - time.monotonic()
    if left <= 0:
        raise _TooLateError
    return httpx.Timeout(left, connect=min(left, _CONNECT_SECONDS))


def _read(answer: httpx.Response, address: str, deadline: float, max_bytes: int) -> Fetched:
    if answer.status_code != 200:
        said = _ANSWERS.get(answer.status_code, _OTHER_ANSWER)
        values = {"address": _shown(address), "status": answer.status_code}
        remedy = say("Look whether the address is right, or paste the text.")
        raise FormatError(join([fill(said, values), remedy]))
    chunks = []
    size = 0
    for chunk in _inflated(answer, address, max_bytes):
        if time.monotonic() > deadline:
            raise _TooLateError
        size += len(chunk)
        if size > max_bytes:
            raise FormatError(
                say(
                    "{address} is larger than {megabytes} MB and was not read. Save the article and import the file.",
                    address=_shown(address),
                    megabytes=max_bytes // 1_048_576,
                )
            )
        chunks.append(chunk)
    media_type, charset = _content_type(answer.headers.get("content-type", ""))
    return Fetched(b"".join(chunks), address, media_type, charset)


def _inflated(answer: httpx.Response, address: str, max_bytes: int) -> Iterator[bytes]:
    """Unpack the body piece by piece: a small answer must not grow to gigabytes before it is counted."""
    packing = answer.headers.get("content-encoding", "").strip().lower()
    if packing in {"", "identity"}:
        yield from answer.iter_raw()
        return
    if packing not in {"gzip", "x-gzip", "deflate"}:
        raise FormatError(
            say(
                "{address} answers packed as {packing}, which is not read. Paste the text instead.",
                address=_shown(address),
                packing=packing[:20],
            )
        )
    unpacker = zlib.decompressobj(wbits=47 if packing != "deflate" else 15)
    is_first = True
    for raw in answer.iter_raw():
        data = raw
        if is_first and packing == "deflate" and (len(raw) < 2 or raw[0] & 0x0F != 8):
            unpacker = zlib.decompressobj(wbits=-15)
        is_first = False
        while data:
            try:
                yield unpacker.decompress(data, max_bytes + 1)
            except zlib.error:
                raise FormatError(
                    say(
                        "{address} sent a damaged answer. Try again, or paste the text.",
                        address=_shown(address),
                    )
                ) from None
            data = unpacker.unconsumed_tail


def _content_type(header: str) -> tuple[str, str]:
    kind, _, rest = header.partition(";")
    charset = re.search(r"charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", rest, re.IGNORECASE)
    return kind.strip().lower()[:100], charset.group(1) if charset else ""


def _shown(address: str) -> str:
    return re.sub(r"//[^/@]*@", "//", address)[:120]


def _cause(error: Exception) -> Sentence:
    text = str(error).lower()
    if "certificate" in text:
        return say("its certificate is not valid")
    if (
        isinstance(error, socket.gaierror)
        or "name or service" in text
        or "resolve" in text
        or "getaddrinfo" in text
    ):
        return say("its name is not known")
    if "refused" in text:
        return say("it refuses the connection")
    return say("the connection failed")


class _CheckedNetwork(httpcore.NetworkBackend):
    """Connects only to addresses that were checked, and lets no wait outlast the deadline."""

    def __init__(self, deadline: float, *, allow_private: bool) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Resolve, check every answer, and connect to the first that accepts."""
        found = list(
            dict.fromkeys(
                str(answer[4][0]) for answer in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            )
        )
        if not self._allow_private and not all(map(is_public, found)):
            raise _ForbiddenError
        last: Exception = OSError("name could not be resolved")
        for address in found[:4]:
            try:
                stream = self._network.connect_tcp(
                    address,
                    port,
                    min(_left(self._deadline), timeout or _CONNECT_SECONDS),
                    local_address,
                    socket_options,
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
                continue
            return _DeadlineStream(stream, self._deadline)
        raise last


class _DeadlineStream(httpcore.NetworkStream):
    """A connection whose reads and writes together end with the deadline, however slowly the other side drips."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there."""
        del timeout
        return self._stream.read(max_bytes, _left(self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of the buffer."""
        del timeout
        self._stream.write(buffer, _left(self._deadline))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Begin TLS for the host that was asked for, not for the address."""
        del timeout
        return _DeadlineStream(
            self._stream.start_tls(ssl_context, server_hostname, _left(self._deadline)), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection knows about itself."""
        return self._stream.get_extra_info(info)


class _Transport(httpx.BaseTransport):
    """Carries requests of httpx over the checked network."""

    def __init__(self, network: httpcore.NetworkBackend) -> None:
        self._pool = httpcore.ConnectionPool(ssl_context=httpx.create_ssl_context(), network_backend=network)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request and return the answer, its body still to be read."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                content=b"",
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    """The body of an answer of httpcore, for httpx."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        """Give the connection back."""
        self._answer.close()


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise _TooLateError
    return left
