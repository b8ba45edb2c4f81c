"""A small layered layout for a picture of what uses what: users above, what they use below.

Arrows all point up. The four steps are the usual ones: layers no wider than the page; an order in
each layer with few crossings; places as near to their neighbours as the widths allow; curves that
pass other layers between their boxes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Arrow = tuple[str, str]
"""From what is used to its user."""

Point = tuple[float, float]
SWEEPS = 40


@dataclass(eq=False)
class Node:
    """A box, or a point at which its arrows pass a layer; `x` is its middle, `y` its top."""

    name: str
    width: float
    height: float
    rank: int = 0
    x: float = 0.0
    y: float = 0.0
    above: list["Node"] = field(default_factory=list)
    below: list["Node"] = field(default_factory=list)

    @property
    def passes(self) -> bool:
        """Whether it is only passed by an arrow."""
        return not self.height


@dataclass(frozen=True)
class Layout:
    """Where the boxes stand, by their top left corners, and the points that each arrow visits.

    It goes straight up from the first point to the second, in a curve to the third, and so on.
    """

    width: float
    height: float
    boxes: Mapping[str, Point]
    arrows: Mapping[Arrow, Sequence[Point]]


def needless(arrows: Iterable[Arrow]) -> set[Arrow]:
    """The arrows between boxes that a longer path joins too."""
    found = set(arrows)
    reached = {start: reach(start, found) for start, _ in found}
    ways = {start: {end for s, end in found if s == start} for start, _ in found}
    return {
        (start, end)
        for start, end in found
        if any(end in reached.get(other, ()) for other in ways[start] if other != end)
    }


def reach(start: str, arrows: Iterable[Arrow]) -> set[str]:
    """All that uses a box, through others too."""
    ways: dict[str, list[str]] = {}
    for one, other in arrows:
        ways.setdefault(one, []).append(other)
    found: set[str] = set()
    left = [start]
    while left:
        for other in ways.get(left.pop(), ()):
            if other not in found:
                found.add(other)
                left.append(other)
    return found


def layout(
    sizes: Mapping[str, tuple[float, float]],
    arrows: Sequence[Arrow],
    top: Sequence[str],
    width: float,
    gap: float = 16,
    rise: float = 44,
    lane: float = 10,
) -> Layout:
    """Boxes of these sizes in layers of about this width, with `top` above what they use, in order.

    `gap`: between neighbours; `rise`: between layers; `lane`: the width an arrow takes that passes
    a layer. The arrows must have no cycle.
    """
    ranks = _ranks(sizes, arrows, top, width, gap, lane)
    nodes = {name: Node(name, w, h, ranks[name]) for name, (w, h) in sizes.items()}
    layers: list[list[Node]] = [[] for _ in range(max(ranks.values(), default=0) + 1)]
    for name in sizes:
        layers[ranks[name]].append(nodes[name])
    passing: dict[tuple[str, int], Node] = {}
    paths = {arrow: _path(arrow, nodes, layers, passing, lane) for arrow in arrows}
    _order(layers, top)
    _place(layers, width, gap)
    y = 0.0
    tops, feet = [], []
    for layer in layers:
        tall = max((node.height for node in layer), default=0)
        tops.append(y)
        feet.append(y + tall)
        for node in layer:
            node.y = y + tall - node.height
        y += tall + rise
    ports = _ports(paths)
    lines = {arrow: _line(path, ports[arrow], tops, feet) for arrow, path in paths.items()}
    wide = max([width, *(node.x + node.width / 2 for node in nodes.values())])
    corners = {name: (node.x - node.width / 2, node.y) for name, node in nodes.items()}
    return Layout(wide, y - rise, corners, lines)


def _ranks(
    sizes: Mapping[str, tuple[float, float]],
    arrows: Sequence[Arrow],
    top: Sequence[str],
    width: float,
    gap: float,
    lane: float,
) -> dict[str, int]:
    """A layer for each box, below all its users; the longest chains get the first places."""
    users: dict[str, set[str]] = {name: set() for name in sizes}
    used: dict[str, set[str]] = {name: set() for name in sizes}
    for low, high in arrows:
        users[low].add(high)
        used[high].add(low)
    order = list(sizes)
    served = {name for head in top for name in (head, *reach(head, [(b, a) for a, b in arrows]))}
    beside = {name: users[name] - served for name in sizes}
    deep, over = _longest(used), _longest(beside)  # what no theorem uses needs room above it too
    ranks = {name: over[name] for name in top if not users[name] & served}
    rank = 0
    left = [name for name in order if name in served and name not in ranks]
    while left:
        rank += 1
        ready = [
            name
            for name in left
            if over[name] <= rank and all(ranks.get(u, rank) < rank for u in users[name] & served)
        ]
        ready.sort(key=lambda name: (-deep[name], order.index(name)))
        passing = sum(any(user in ranks for user in users[name]) for name in left)
        room = width - passing * (lane + gap)
        for n, name in enumerate(ready):
            room += lane + gap
            if n and sizes[name][0] + gap > room:
                continue
            room -= sizes[name][0] + gap
            ranks[name] = rank
        left = [name for name in left if name not in ranks]
    rest = [name for name in order if name not in ranks]
    for name in sorted(rest, key=lambda name: deep[name]):  # as near as may be to what it uses
        lowest = min((ranks[other] for other in used[name]), default=max(rank, over[name]) + 1)
        above = range(lowest - 1, over[name] - 1, -1)
        need = sizes[name][0] + gap
        wide = (r for r in above if _taken(r, ranks, sizes, users, gap, lane) + need <= width)
        ranks[name] = next(wide, above[0])
    return ranks


def _longest(ways: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """How many steps the longest way from each box takes."""
    found: dict[str, int] = {}

    def steps(name: str) -> int:
        if name not in found:
            found[name] = 1 + max(map(steps, ways[name]), default=-1)
        return found[name]

    return {name: steps(name) for name in ways}


def _taken(
    rank: int,
    ranks: Mapping[str, int],
    sizes: Mapping[str, tuple[float, float]],
    users: Mapping[str, set[str]],
    gap: float,
    lane: float,
) -> float:
    """The width of what stands in a layer, or passes it."""
    boxes = sum(sizes[name][0] + gap for name, own in ranks.items() if own == rank)
    passing = (
        name
        for name, own in ranks.items()
        if own > rank > min((ranks[user] for user in users[name] if user in ranks), default=own)
    )
    return boxes + sum(lane + gap for _ in passing)


def _path(
    arrow: Arrow,
    nodes: Mapping[str, Node],
    layers: Sequence[list[Node]],
    passing: dict[tuple[str, int], Node],
    lane: float,
) -> list[Node]:
    """The nodes of an arrow, from below; all arrows of one box pass a layer at the same point."""
    low, high = nodes[arrow[0]], nodes[arrow[1]]
    path = [low]
    for rank in range(low.rank - 1, high.rank, -1):
        if (low.name, rank) not in passing:
            passing[low.name, rank] = point = Node(low.name, lane, 0, rank)
            layers[rank].append(point)
        path.append(passing[low.name, rank])
    path.append(high)
    for one, other in pairwise(path):
        if other not in one.above:
            one.above.append(other)
            other.below.append(one)
    return path


def _order(layers: Sequence[list[Node]], top: Sequence[str]) -> None:
    """Sort each layer by where the neighbours are, down and up, and keep the best order."""
    _number(layers)
    best, fewest = [list(layer) for layer in layers], _crossings(layers)
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        for layer in layers[1:] if down else reversed(layers[:-1]):
            layer.sort(key=lambda node: _middle(node, node.above if down else node.below))
            heads = iter(
                sorted((n for n in layer if n.name in top), key=lambda n: top.index(n.name))
            )
            layer[:] = [next(heads) if node.name in top else node for node in layer]
            _number([layer])
        _swap(layers, top)
        found = _crossings(layers)
        if found < fewest:
            best, fewest = [list(layer) for layer in layers], found
    for layer, order in zip(layers, best, strict=True):
        layer[:] = order
    _number(layers)


def _number(layers: Iterable[list[Node]]) -> None:
    for layer in layers:
        for n, node in enumerate(layer):
            node.x = n


def _middle(node: Node, others: Sequence[Node]) -> float:
    return sum(other.x for other in others) / len(others) if others else node.x


def _wanted(node: Node, others: Sequence[Node]) -> float:
    """The same, but long ways are straight before all."""
    weights = [(1, 2, 8)[node.passes + other.passes] for other in others]
    placed = sum(weight * other.x for weight, other in zip(weights, others, strict=True))
    return placed / sum(weights) if others else node.x


def _swap(layers: Sequence[list[Node]], top: Sequence[str]) -> None:
    """Exchange neighbours while that makes fewer crossings."""
    for layer in layers:
        better = True
        while better:
            better = False
            for n in range(len(layer) - 1):
                one, other = layer[n], layer[n + 1]
                fixed = one.name in top and other.name in top
                if not fixed and _crossed(one, other) > _crossed(other, one):
                    layer[n], layer[n + 1] = other, one
                    one.x, other.x = other.x, one.x
                    better = True


def _crossed(left: Node, right: Node) -> int:
    """How many arrows of two neighbours cross if they stand in this order."""
    pairs = ((left.above, right.above), (left.below, right.below))
    return sum(a.x > b.x for one, other in pairs for a in one for b in other)


def _crossings(layers: Sequence[list[Node]]) -> int:
    total = 0
    for layer in layers:
        ends = [other.x for node in layer for other in sorted(node.above, key=lambda n: n.x)]
        total += sum(a > b for n, a in enumerate(ends) for b in ends[n + 1 :])
    return total


def _place(layers: Sequence[list[Node]], width: float, gap: float) -> None:
    """Move the nodes of each layer towards their neighbours, in their order."""
    for layer in layers:
        total = sum(node.width + gap for node in layer)
        x = (width - total) / 2
        for node in layer:
            node.x = x + (node.width + gap) / 2
            x += node.width + gap
    for sweep in range(SWEEPS):
        both = sweep > SWEEPS // 2
        for layer in layers if sweep % 2 == 0 else reversed(layers):
            wanted, weights = [], []
            for node in layer:
                near = node.above if sweep % 2 == 0 else node.below
                near = [*node.above, *node.below] if both or not near else near
                wanted.append(_wanted(node, near))
                weights.append(8.0 if node.passes else 1.0 + len(near) / 4)
            for node, x in zip(layer, _apart(layer, wanted, weights, width, gap), strict=True):
                node.x = x


def _apart(
    layer: Sequence[Node],
    wanted: Sequence[float],
    weights: Sequence[float],
    width: float,
    gap: float,
) -> list[float]:
    """The places nearest to the wanted ones, in least squares, at which no two nodes touch."""
    offsets = [0.0] if layer else []
    for one, other in pairwise(layer):
        between = gap if not (one.passes and other.passes) else 0
        offsets.append(offsets[-1] + (one.width + other.width) / 2 + between)
    blocks: list[list[float]] = []  # sum of weights, weighted sum, how many
    for x, weight, offset in zip(wanted, weights, offsets, strict=True):
        blocks.append([weight, weight * (x - offset), 1])
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][0] > blocks[-1][1] / blocks[-1][0]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    free = [total / weight for weight, total, n in blocks for _ in range(int(n))]
    if not layer:  # no more than a row is needed, but theorems alone stand in the first
        return []
    least, most = layer[0].width / 2, width - offsets[-1] - layer[-1].width / 2
    return [max(min(x, most), least) + o for x, o in zip(free, offsets, strict=True)]


def _ports(paths: Mapping[Arrow, Sequence[Node]]) -> dict[Arrow, float]:
    """Where each arrow arrives, side by side in the order of their ways."""
    found: dict[Arrow, float] = {}
    for end in dict.fromkeys(path[-1] for path in paths.values()):
        own = [arrow for arrow, path in paths.items() if path[-1] is end]
        own.sort(key=lambda arrow: paths[arrow][-2].x)
        apart = min(12.0, (end.width - 12) / len(own))
        for n, arrow in enumerate(own):
            found[arrow] = end.x + (n - (len(own) - 1) / 2) * apart
    return found


def _line(
    path: Sequence[Node], port: float, tops: Sequence[float], feet: Sequence[float]
) -> list[Point]:
    start, *passed, end = path
    points = [(start.x, start.y), (start.x, tops[start.rank])]
    for node in passed:
        points += [(node.x, feet[node.rank]), (node.x, tops[node.rank])]
    return [*points, (port, end.y + end.height)]
