"""Confidence intervals of shares counted in a sample."""

import math
import typing as t
from dataclasses import dataclass

Z: t.Final = 1.959963984540054
"""The quantile of the normal distribution for 95 %."""


@dataclass(frozen=True, slots=True)
class Share:
    """A count out of a total, with the 95 % interval of the share in the population."""

    count: int
    total: int

    @property
    def value(self) -> float:
        """The share; 0 if nothing was counted."""
        return self.count / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The Wilson score interval; all of [0, 1] if nothing was counted.

        Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
        """
        if not self.total:
            return 0.0, 1.0
        n, p = self.total, self.value
        scale = 1 + Z * Z / n
        middle = (p + Z * Z / (2 * n)) / scale
        half = Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / scale
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        """Return the share in per cent, its interval and its counts: `60 % (31-83), 6 of 10`."""
        low, high = self.interval
        return f"{100 * self.value:.0f} % ({100 * low:.0f}-{100 * high:.0f}), {self.count} of {self.total}"
