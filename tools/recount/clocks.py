"""Duties that come round: each turn begins where the one before was done, and has the day by which it must be."""
from collections import namedtuple

Turn = namedtuple("Turn", "begun due done")


def turns(begun, done, due_after, recorded=None, planned=()):
    """`done` are the days it was done; `due_after(n, day)` says when turn n, begun on a day, is due; the recorded due day of what was done or
    is planned goes before it. The last turn is not done yet."""
    found, n = [], 0
    for d in sorted(d for d in done if d >= begun):
        due = recorded.get(d) if recorded else None
        found.append(Turn(begun, due or due_after(n, begun), d))
        begun, n = d, n + 1
    ahead = [d for d in planned if d >= begun]
    return found + [Turn(begun, min(ahead) if ahead else due_after(n, begun), None)]


def is_late(turn, t):
    """Late as seen at the close of t."""
    end = turn.done if turn.done and turn.done <= t else t
    return end > turn.due


def late_in(found, first, t):
    """A turn that was running on some day from the first to t, and is late as seen at t."""
    return any(turn.begun <= t and (turn.done is None or turn.done >= first) and is_late(turn, t) for turn in found)
