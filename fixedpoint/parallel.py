"""One function over many items in several processes, which never outlive the caller."""

import signal
import sys
from collections.abc import Callable, Generator, Hashable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from multiprocessing import active_children, get_context
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


def each(function: Callable[[T], R], items: Sequence[T], jobs: int) -> Generator[R, None, None]:
    """function(item) for every item, as they finish; with one job, in this process in order.

    The workers start at once, before the caller starts threads; an iterator that is closed or
    interrupted stops them.
    """
    if jobs == 1 or len(items) < 2:
        return (function(item) for item in items)
    others = set(active_children())
    method = "fork" if sys.platform == "linux" else "spawn"
    pool = ProcessPoolExecutor(min(jobs, len(items)), get_context(method), initializer=_start)
    return _finished(pool, [pool.submit(function, item) for item in items], others)


def _finished(
    pool: ProcessPoolExecutor, futures: list["Future[R]"], others: set[Any]
) -> Generator[R, None, None]:
    try:
        for future in as_completed(futures):
            yield future.result()
    except BaseException:
        for child in active_children():
            if child not in others:
                child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def in_order(results: Iterable[R], keys: Iterable[Hashable], key: Any) -> Iterator[R]:
    """The results in the order of the keys, each as soon as those before it are there."""
    waiting: dict[Hashable, R] = {}
    pending = list(keys)[::-1]
    for result in results:
        waiting[key(result)] = result
        while pending and pending[-1] in waiting:
            yield waiting.pop(pending.pop())


def _start() -> None:
    """In a worker: an interrupt from the terminal is the parent's, which then ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
