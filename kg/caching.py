"""`cached_property` without a lock, as in Python 3.12: until then a property locks its class while it is computed."""

import typing as t

__all__ = ["cached_property"]

if t.TYPE_CHECKING:
    from functools import cached_property
else:
    import functools

    class cached_property(functools.cached_property):  # noqa: N801  # the name in the standard library
        """A property that is computed on first access, then found in the object's dict."""

        def __get__(self, holder: t.Any, owner: type | None = None) -> t.Any:
            """Return its value for an object, or the property itself for the class."""
            if holder is None:
                return self
            found = holder.__dict__[self.attrname] = self.func(holder)
            return found
