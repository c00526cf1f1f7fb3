"""How messages name a value. Knows nothing of what is said of it."""

from __future__ import annotations


def article(value: object) -> str:
    """What a value is, in words."""
    name = type(value).__name__
    return "None" if value is None else f"{'an' if name[:1] in 'aeiouAEIOU' else 'a'} {name}"
