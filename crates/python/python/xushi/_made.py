"""The contract's classes, made of its JSON."""

from __future__ import annotations

import dataclasses
import functools
from typing import Any, Callable, Optional, TypeVar, Union, get_args, get_origin, get_type_hints

Made = TypeVar("Made")
_Maker = Optional[Callable[[Any], Any]]


def made(kind: Callable[..., Made], value: Any) -> Made:
    """`value`, as `json` reads it, as an object of the class `kind`. What a later version adds is left out."""
    maker = _maker(kind)
    object_made: Made = maker(value) if maker else value
    return object_made


@functools.lru_cache(maxsize=None)
def _maker(kind: Any) -> _Maker:
    """What makes a `kind` of JSON; None where JSON has it already."""
    if dataclasses.is_dataclass(kind):
        return functools.partial(_object, kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Union:
        return _within(inner[0], lambda make, value: None if value is None else make(value))
    if origin is list:
        return _within(inner[0], lambda make, values: [make(value) for value in values])
    if origin is dict:
        return _within(inner[1], lambda make, values: {name: make(value) for name, value in values.items()})
    if origin is tuple:
        return tuple
    return None


def _within(kind: Any, make_all: Callable[[Callable[[Any], Any], Any], Any]) -> _Maker:
    maker = _maker(kind)
    return functools.partial(make_all, maker) if maker else None


def _object(kind: Any, value: Any) -> Any:
    fields = {
        name: maker(value[name]) if maker else value[name] for name, maker in _fields(kind) if name in value
    }
    return kind(**fields)


@functools.lru_cache(maxsize=None)
def _fields(kind: Any) -> list[tuple[str, _Maker]]:
    return [(name, _maker(hint)) for name, hint in get_type_hints(kind).items()]
