"""What a count is: the cases of an indicator in a period, each met, not met or unknown, and how they add up."""
from collections import Counter, namedtuple
from decimal import Decimal

Case = namedtuple("Case", "child day met value group")
INDICATORS = {}


def case(child, day, met=True, value=1, group=None):
    return Case(child, day, met, value, group)


def indicator(code, window, kind="share"):
    """Registers a function of (journeys, period) that gives the cases. Kinds: count, share, rate, mean, change."""
    def register(function):
        INDICATORS[code] = (function, window, kind)
        return function
    return register


def exact(number):
    return Decimal(repr(number)) if isinstance(number, float) else Decimal(number)


class Figure:
    def __init__(self, numerator, denominator, unknown=0, groups=None):
        self.n, self.d, self.unknown, self.groups = numerator, denominator, unknown, groups or {}

    def __repr__(self):
        return f"{self.n}/{self.d}" + (f" ({self.unknown} unknown)" if self.unknown else "")


def figure(cases, kind, population=None):
    """An unknown stands below the line and not above it, and is told beside the figure (definition-language.md: `unknown`)."""
    if isinstance(cases, Figure):
        return cases
    known = [c for c in cases if c.met is not None]
    unknown = len(cases) - len(known)
    if kind == "share":
        return Figure(sum(c.met for c in known), len(cases), unknown)
    if kind == "mean":
        known = [c for c in known if c.value is not None]
        return Figure(sum((exact(c.value) for c in known), Decimal(0)), len(known), len(cases) - len(known))
    met = [c for c in known if c.met]
    if kind == "rate":
        return Figure(len(met), population, unknown)
    total = sum((exact(c.value) for c in met), Decimal(0))
    groups = Counter()
    for c in met:
        for group in c.group if isinstance(c.group, (list, set, tuple)) else [c.group]:
            groups[group] += 1
    return Figure(total, None, unknown, groups)
