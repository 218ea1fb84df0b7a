"""Read W3C Web Annotations, ours and those of other tools, as a shot log."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from return_to_dust.shotlog.cells import Unsound
from return_to_dust.shotlog.files import as_json, read_text
from return_to_dust.shotlog.fragments import Fragment, box_fragment, read_fragment
from return_to_dust.shotlog.log import ShotLog, checked, fresh, from_url

PREFIX = "urn:example:return-to-dust:"
COLUMN = "dust:column"
BOX = "dust:box"
#: Stands for the film where no file is linked; addresses of this form are kept for examples (RFC 6963).
NO_MEDIA = f"{PREFIX}film"
_NUMBERS = ("x", "y", "width", "height")


def from_file(path: Path) -> ShotLog:
    """Read a Web Annotation file: one annotation, a page, a collection with its pages inside, or a list.

    Raises
    ------
    Unsound
        If it holds no annotations.
    """
    annotations = _annotations(as_json(read_text(path)))
    rows = [_columns(annotation) for annotation in annotations]
    names = {row["shot"] for row in rows if isinstance(row.get("shot"), str)}
    shots, regions = [], []
    for annotation, row in zip(annotations, rows, strict=True):
        fragment = _fragment(annotation)
        times = {"start_s": fragment.start_s, "end_s": fragment.end_s}
        if "region" in row:
            regions.append(row | _box(annotation, fragment))
            continue
        if "shot" in row:
            shots.append(row | times)
            continue
        name = fresh("annotation", names)
        names.add(name)
        shots.append({"shot": name, "scene": _words(annotation)} | row | times)
        regions += [_foreign_region(shots[-1], fragment)] if fragment.box else []
    sources = {_source(annotation) for annotation in annotations}
    source = sources.pop() if len(sources) == 1 else None
    media = None if source is None or source == NO_MEDIA else from_url(source)
    return checked(pd.DataFrame(shots, dtype=object), pd.DataFrame(regions, dtype=object), media)


def _annotations(content: Any) -> list[dict[str, Any]]:
    if isinstance(content, dict) and "AnnotationCollection" in _listed(content.get("type")):
        content = content.get("first", [])
        if isinstance(content, str):
            raise Unsound("its annotations are kept elsewhere: save its first page with it")
    if isinstance(content, dict) and "items" in content:
        content = content["items"]
    found = [item for item in _listed(content) if isinstance(item, dict) and item.get("target")]
    if not found:
        raise Unsound("it is JSON without Web Annotations")
    return found


def _columns(annotation: dict[str, Any]) -> dict[str, Any]:
    return {
        body[COLUMN]: body.get("value")
        for body in _listed(annotation.get("body"))
        if isinstance(body, dict) and isinstance(body.get(COLUMN), str)
    }


def _words(annotation: dict[str, Any]) -> str:
    bodies = [*_listed(annotation.get("body")), annotation.get("bodyValue")]
    texts = [body.get("value") if isinstance(body, dict) else body for body in bodies]
    return "; ".join(text for text in texts if isinstance(text, str) and text)


def _fragment(annotation: dict[str, Any]) -> Fragment:
    """Return what all selectors of the first target say together."""
    target = _listed(annotation["target"])[0]
    texts = [str(_iri(target) or "").partition("#")[2]]
    selectors = _listed(target.get("selector")) if isinstance(target, dict) else []
    while selectors:
        selector = selectors.pop()
        if isinstance(selector, dict):
            texts.append(selector["value"] if isinstance(selector.get("value"), str) else "")
            selectors += _listed(selector.get("refinedBy"))
    return read_fragment("&".join(filter(None, texts)))


def _source(annotation: dict[str, Any]) -> str | None:
    iri = _iri(_listed(annotation["target"])[0])
    return (iri.partition("#")[0] or None) if isinstance(iri, str) else None


def _iri(target: Any) -> Any:
    if not isinstance(target, dict):
        return target
    source = target.get("source", target.get("id"))
    return source.get("id") if isinstance(source, dict) else source


def _box(annotation: dict[str, Any], fragment: Fragment) -> dict[str, Any]:
    """Return a region's numbers: the exact ones kept beside, unless the box was moved meanwhile."""
    kept = annotation.get(BOX)
    numbers: list[Any] = [kept.get(f"dust:{name}") for name in _NUMBERS] if isinstance(kept, dict) else []
    sound = len(numbers) == len(_NUMBERS) and all(type(n) in (int, float) and 0 <= n <= 1 for n in numbers)
    if sound and (fragment.box is None or read_fragment(box_fragment(*numbers)).box == fragment.box):
        return dict(zip(_NUMBERS, numbers, strict=True))
    return dict(zip(_NUMBERS, fragment.box or [None] * len(_NUMBERS), strict=True))


def _foreign_region(row: dict[str, Any], fragment: Fragment) -> dict[str, Any]:
    numbers = dict(zip(_NUMBERS, fragment.box or (), strict=False))
    return {"region": row["shot"], "shot": row["shot"], "label_en": row["scene"], "shape": "rect", **numbers}


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else [] if value is None else [value]
