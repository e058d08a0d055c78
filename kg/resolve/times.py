"""Group claims with the same content and compatible times."""

import typing as t
from collections.abc import Sequence
from datetime import date

from kg.model import Time

Interval: t.TypeAlias = tuple[date, date]
Bucket: t.TypeAlias = tuple[str, str]
"""Claims with the same bucket have the same time: both ends of its interval, or its value; empty for no time."""


class Timed(t.Protocol):
    """A claim, or an object that represents one."""

    @property
    def time(self) -> Time | None:
        """The time of the claimed event."""


ClaimLike = t.TypeVar("ClaimLike", bound=Timed)

TIMELESS: t.Final[Bucket] = ("", "")


def by_time(claims: Sequence[ClaimLike]) -> list[tuple[Time | None, list[ClaimLike]]]:
    """Return claims in groups with compatible times, each with its most precise time, keeping their order.

    A time joins a more precise one within it, and claims without a time join those that have one, if only one most
    precise time is possible; otherwise they stay separate.
    """
    if len(claims) == 1:
        return [(claims[0].time, [claims[0]])]
    by_bucket = [(_bucket(claim.time), claim) for claim in claims]
    buckets: dict[Bucket, list[ClaimLike]] = {}
    for bucket, claim in by_bucket:
        buckets.setdefault(bucket, []).append(claim)
    dated = {bucket: found for bucket, claim in buckets.items() if (found := _interval(claim[0].time)) is not None}
    targets = {bucket: _target(bucket, buckets, dated) for bucket in buckets}
    groups: dict[Bucket, list[ClaimLike]] = {}
    for bucket, claim in by_bucket:
        groups.setdefault(targets[bucket], []).append(claim)
    return [(_time(buckets[bucket]), found) for bucket, found in sorted(groups.items(), key=lambda group: group[0])]


def _interval(time: Time | None) -> Interval | None:
    return (time.start, time.end) if time is not None and time.start is not None and time.end is not None else None


def _bucket(time: Time | None) -> Bucket:
    interval = _interval(time)
    if interval is not None:
        return interval[0].isoformat(), interval[1].isoformat()
    if time is None or time.value is None:
        return TIMELESS
    return "value", repr((time.value, time.start, time.end))


def _target(bucket: Bucket, buckets: t.Collection[Bucket], dated: t.Mapping[Bucket, Interval]) -> Bucket:
    if bucket == TIMELESS:
        within = [other for other in buckets if other != TIMELESS]
    else:
        within = [other for other in dated if bucket in dated and _inside(dated[other], dated[bucket])]
    finest = [one for one in within if not any(_inside(dated[o], dated[one]) for o in within if {o, one} <= set(dated))]
    return finest[0] if len(finest) == 1 else bucket


def _inside(inner: Interval, outer: Interval) -> bool:
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def _time(claims: Sequence[Timed]) -> Time | None:
    """Return the time to show, preferably one with a value."""
    times = [claim.time for claim in claims if claim.time is not None]
    return min(times, key=lambda time: (time.value is None, repr(time)), default=None)
