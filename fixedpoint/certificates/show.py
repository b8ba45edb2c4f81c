"""Statements as text: what a certificate proves, in formulas and words of its own."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping

from fixedpoint.certificates.infix import Infix, Json
from fixedpoint.trusted.exact import exact

NODES = ("left", "right", "of", "primitive", "equals", "bound")
"""The keys of a formula that name a node; what only helps to prove it is left out."""

SIDES = ("premise", "conclusion")
"""The keys of an implication that hold an inequality."""

FIXED = {"banach", "confines", "excludes", "krawczyk", "reaches"}
"""Kinds whose own two variables are not "for all": the formula says where they lie."""


def describe(source: Json) -> list[str]:
    """Everything a statement says, as lines; the source must be of the checker's grammar."""
    shown = Shown(source)
    leaves = list(parts(source["claim"]))
    domains = [shown.domain(leaf) for leaf in leaves]
    common = domains[0] if len(set(domains)) == 1 else ""
    lines = [f"for all {common}:"] if common else []
    for leaf, where in zip(leaves, domains, strict=True):
        ending = f"   for all {where}" if where and not common else ""
        lines.append("  " * bool(common) + shown.formula(leaf) + ending)
    definitions = [f"  {name} = {value}" for name, value in shown.infix.definitions.items()]
    explained = [*definitions, *(f"  {line}" for line in shown.infix.legend)]
    return [*lines, *(["where", *explained] if explained else [])]


def brief(source: Json) -> str:
    """What a statement is about, on one line: kinds, enclosures and the domain."""
    leaves = list(parts(source["claim"]))
    kinds = Counter(leaf["kind"] for leaf in leaves)
    words = [extremum(leaf) for leaf in leaves if leaf["kind"] == "extremum"]
    words += [_count(n, kind) for kind, n in kinds.items() if kind != "extremum"]
    boxes = {box(leaf["box"]): None for leaf in leaves if leaf.get("box")}
    where = " on " + (next(iter(boxes)) if len(boxes) == 1 else f"{len(boxes)} boxes")
    return ", ".join(words) + (where if boxes else "")


def _count(n: int, kind: str) -> str:
    names = {
        "banach": ("unique attracting fixed point", "unique attracting fixed points"),
        "krawczyk": ("unique fixed point", "unique fixed points"),
        "confines": ("confined fixed points", "confined fixed points"),
        "reaches": ("orbits that reach a box", "orbits that reach a box"),
        "halfline": ("inequality on a half-line", "inequalities on half-lines"),
        "unbounded": ("inequality on unbounded ranges", "inequalities on unbounded ranges"),
        "vanishes": ("limit", "limits"),
        "implies": ("implication", "implications"),
        "excludes": ("exclusion of fixed points", "exclusions of fixed points"),
        "identity": ("identity", "identities"),
        "inequality": ("inequality", "inequalities"),
        "monotone": ("monotonicity", "monotonicities"),
    }
    one, many = names.get(kind, (kind, f"{kind}s"))
    return one if n == 1 else f"{n} {many}"


def parts(formula: Json) -> Iterator[Json]:
    """The formulas a conjunction consists of."""
    if formula["kind"] == "all":
        for part in formula["parts"]:
            yield from parts(part)
    else:
        yield formula


def box(ends: Mapping[str, list[str]]) -> str:
    """A box as text: its ends are exact."""
    return ", ".join(
        f"{name} = {a}" if exact(a) == exact(b) else f"{name} in [{a}, {b}]"
        for name, (a, b) in ends.items()
    )


def point(at: Mapping[str, str]) -> str:
    """An exact point as text."""
    ends = ", ".join(f"{name} = {value}" for name, value in at.items())
    return ends or "any point, as no variable occurs"


def interior(leaf: Json) -> str:
    """The open ranges of a formula with infinite ends."""
    ranges = leaf.get("ranges") or {leaf["by"]: [leaf["from"], None], **leaf["box"]}
    return ", ".join(_range(name, *ends) for name, ends in ranges.items())


def _range(name: str, lower: str | None, upper: str | None) -> str:
    """What an open range says, in words."""
    if lower is not None and lower == upper:
        return f"{name} = {lower}"
    if lower is None:
        return f"real {name}" if upper is None else f"{name} < {upper}"
    return f"{name} > {lower}" if upper is None else f"{lower} < {name} < {upper}"


def extremum(leaf: Json) -> str:
    """The enclosure of an extremum, where it is known."""
    sense = str(leaf["sense"]) if leaf["box"] else "value"
    return f"{sense} in [{leaf['lower']}, {leaf['upper']}]" if "lower" in leaf else sense


class Shown:
    """The formulas of one statement as text."""

    def __init__(self, source: Json) -> None:
        self.infix = Infix(source, roots(source["claim"]))
        self.text = self.infix.text

    def domain(self, leaf: Json) -> str:
        """Where a formula is claimed: its box, or all reals that its variables may be."""
        if leaf["kind"] == "extremum":
            return ""
        if leaf["kind"] in ("unbounded", "halfline", "vanishes"):
            return interior(leaf)
        if "positive" not in leaf:
            own = set(leaf["map"]) if leaf["kind"] in FIXED else set()
            return box({name: ends for name, ends in leaf["box"].items() if name not in own})
        free = self.infix.variables(roots(leaf))
        positive = ", ".join(sorted(free & set(leaf["positive"])))
        rest = ", ".join(sorted(free - set(leaf["positive"])))
        words = [f"real {rest}" if rest else "", f"{positive} > 0" if positive else ""]
        return ", ".join([*filter(None, words), "wherever defined"]) if free else ""

    def formula(self, leaf: Json) -> str:
        """What one formula claims, without its domain."""
        match leaf["kind"]:
            case "inequality":
                return self._compared(leaf)
            case "halfline" | "unbounded":
                return self._compared({**leaf, "relation": "<"})
            case "implies":
                sides = self._compared(leaf["premise"]), self._compared(leaf["conclusion"])
                return f"if {sides[0]} then {sides[1]}"
            case "identity":
                return f"{self.text(leaf['left'])} = {self.text(leaf['right'])}"
            case "derivative":
                return f"d/d{leaf['by']} ({self.text(leaf['of'])}) = {self.text(leaf['equals'])}"
            case "integral":
                ends = (leaf["from"] or "-infinity", leaf["to"] or "infinity")
                said = f"the integral of {self.text(leaf['of'])} d{leaf['by']}"
                return f"{said} from {ends[0]} to {ends[1]} is {self.text(leaf['equals'])}"
            case "vanishes":
                return f"{self.text(leaf['of'])} tends to 0 as {leaf['by']} tends to infinity"
            case "monotone":
                return f"{self.text(leaf['of'])} is strictly {leaf['sense']} in {leaf['by']}"
            case "extremum":
                return self._extremum(leaf)
            case _ if "map" in leaf:
                return self._map(leaf)
        return json.dumps(leaf)

    def _compared(self, leaf: Json) -> str:
        return f"{self.text(leaf['left'])} {leaf['relation']} {self.text(leaf['right'])}"

    def _extremum(self, leaf: Json) -> str:
        constant, known = not leaf["box"], "at" in leaf
        said = self.text(leaf["of"])
        if not constant:
            said = f"the {leaf['sense']} of {said} over {box(leaf['box'])}"
        lies = f"lies in [{leaf['lower']}, {leaf['upper']}]" if known else ""
        if constant or not known:
            return f"{said} {lies}".rstrip()
        places = " or ".join(f"({box(place)})" for place in leaf["at"])
        near = f"at ({point(leaf['point'])}) the value lies in the same interval"
        return f"{said} {lies} and is attained in {places}; {near}"

    def _map(self, leaf: Json) -> str:
        own = box({name: leaf["box"][name] for name in leaf["map"]})
        image = ", ".join(self.text(i) for i in leaf["map"].values())
        match leaf["kind"]:
            case "banach":
                says = f"has exactly one fixed point with {own}, and every orbit there tends to it"
            case "krawczyk":
                says = f"has exactly one fixed point with {own}"
            case "excludes":
                says = f"has no fixed point with {own}"
            case "confines" | "reaches" as kind:
                steps = " and then ".join(f"({box(step)})" for step in leaf["into"])
                end = "where its fixed points lie" if kind == "confines" else "step by step"
                says = f"sends ({own}) into {steps}, {end}"
            case "contraction":
                bound = self.text(leaf["bound"])
                says = f"has a Jacobian with its largest singular value below {bound}"
            case kind:
                says = f"is of the kind {kind}"
        return f"the map ({', '.join(leaf['map'])}) -> ({image}) {says}"


def roots(formula: Json) -> list[int]:
    """The nodes a formula names."""
    own = [formula[key] for key in NODES if key in formula]
    within = (*formula.get("parts", ()), *(formula[k] for k in SIDES if k in formula))
    inner = [i for part in within for i in roots(part)]
    return [*own, *formula.get("map", {}).values(), *inner]
