"""One function over many items in several processes."""

from collections.abc import Iterator

import pytest

from fixedpoint.parallel import each, in_order


def test_results_are_put_in_order_as_soon_as_they_can_be() -> None:
    came: list[int] = []

    def source() -> Iterator[int]:
        for n in (2, 1, 3):
            came.append(n)
            yield n

    seen = [(n, len(came)) for n in in_order(source(), [1, 2, 3], lambda n: n)]
    assert seen == [(1, 2), (2, 2), (3, 3)]


def fail(n: int) -> int:
    raise ArithmeticError(str(n))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_worker_s_exception_arrives(jobs: int) -> None:
    with pytest.raises(ArithmeticError):
        list(each(fail, [1, 2], jobs))
