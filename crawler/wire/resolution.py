"""Host names to IP addresses, once for each request and within a time."""

import queue
import socket
from collections.abc import Callable
from ipaddress import ip_address
from threading import Thread


def ask_resolver(name: str) -> tuple[str, ...]:
    """What the system's resolver says, in its order, each address once; it may take minutes to say nothing."""
    try:
        found = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise OSError(f"a label that cannot be asked for: {error}") from error
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def resolve_name(name: str, timeout_s: float, ask: Callable[[str], tuple[str, ...]] = ask_resolver) -> tuple[str, ...]:
    """The IP addresses of a host; an address gives itself.

    Raises OSError where the name does not resolve, TimeoutError (one too) where no answer comes in time.

    >>> resolve_name("::1", timeout_s=1)
    ('::1',)
    """
    if _is_address(name):
        return (name,)
    # getaddrinfo cannot be interrupted: what it answers too late is dropped with its thread.
    answers: queue.SimpleQueue[tuple[str, ...] | OSError] = queue.SimpleQueue()

    def put_answer() -> None:
        try:
            answers.put(ask(name))
        except OSError as error:
            answers.put(error)

    Thread(target=put_answer, name=f"resolve {name}", daemon=True).start()
    try:
        answer = answers.get(timeout=timeout_s)
    except queue.Empty:
        raise TimeoutError(f"no answer about {name} within {timeout_s:g} s") from None
    if isinstance(answer, OSError):
        raise answer
    return answer


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
