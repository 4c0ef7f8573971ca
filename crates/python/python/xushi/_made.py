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
    return maker(value) if maker else value


@functools.lru_cache(maxsize=None)
def _maker(kind: Any) -> _Maker:
    """What makes a `kind` of JSON; None where JSON has it already."""
    if dataclasses.is_dataclass(kind):
        return functools.partial(_object, kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Union:
        maker = _maker(inner[0])
        return maker and (lambda value: None if value is None else maker(value))
    if origin is list:
        maker = _maker(inner[0])
        return maker and (lambda values: [maker(value) for value in values])
    if origin is dict:
        maker = _maker(inner[1])
        return maker and (lambda values: {key: maker(value) for key, value in values.items()})
    if origin is tuple:
        return tuple
    return None


def _object(kind: Any, value: Any) -> Any:
    fields = {
        name: maker(value[name]) if maker else value[name] for name, maker in _fields(kind) if name in value
    }
    return kind(**fields)


@functools.lru_cache(maxsize=None)
def _fields(kind: Any) -> list[tuple[str, _Maker]]:
    return [(name, _maker(hint)) for name, hint in get_type_hints(kind).items()]
