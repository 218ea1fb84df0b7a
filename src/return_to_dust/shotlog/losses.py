"""What each format holds of a shot log, and what it cannot: the one place that says so; tests keep it true."""

from __future__ import annotations

import pandas as pd

from return_to_dust.shotlog.log import fields_of

#: What a log has beside its columns.
OWN_COLUMNS = "columns of your own"
ROW_ORDER = "order of the rows"
FINE_TIMES = "times finer than a millisecond"
REGIONS = "regions"
MEDIA = "media"
FEATURES = (OWN_COLUMNS, ROW_ORDER, FINE_TIMES, REGIONS, MEDIA)
TIMES = "times"
#: How each format holds a column, and what of it differs from that.
_COLUMN = {
    "csv": "a column",
    "otio": "metadata of the clip, under return_to_dust",
    "eaf": "a tier under the tier shot",
    "jsonld": "a text body of the shot's annotation",
}
_HOW = {
    "csv": {
        ROW_ORDER: "order of the lines",
        FINE_TIMES: "all digits",
        REGIONS: "a second file, <name>.regions.csv",
        MEDIA: "in <name>.datapackage.json, which also describes the columns",
    },
    "otio": {
        "shot": "name of the clip, and metadata",
        TIMES: "range of the clip; where none is known, a placeholder of one second, marked constructed",
        ROW_ORDER: "metadata of the clip",
        FINE_TIMES: "metadata of the clip; its range is in whole milliseconds",
        REGIONS: "metadata of the clip: the format has no boxes in the picture",
        MEDIA: "media reference of each clip",
    },
    "eaf": {
        "shot": "values of the tier shot",
        "field_size": "a tier with a controlled vocabulary in English and Chinese",
        "angle": "a tier with a controlled vocabulary in English and Chinese",
        TIMES: "time slots of the tier shot; where none is known, a placeholder of one second, marked constructed",
        ROW_ORDER: "the tier row",
        MEDIA: "linked media file",
    },
    "jsonld": {
        "field_size": "a text body for tagging",
        "angle": "a text body for tagging",
        TIMES: "t= of the target, only where a time is known",
        ROW_ORDER: "order of the annotations",
        FINE_TIMES: "all digits",
        REGIONS: "annotations of their own: xywh= in whole percents, the exact numbers beside",
        MEDIA: "source of each target",
    },
}
#: What is lost, and what becomes of it.
LOST: dict[str, dict[str, str]] = {
    "csv": {},
    "otio": {},
    "eaf": {
        FINE_TIMES: "rounded: time slots are whole milliseconds",
        REGIONS: "left out: annotations have a time and no place in the picture",
    },
    "jsonld": {},
}


def losses_of(name: str) -> pd.DataFrame:
    """Return one row a column of the log, then one a feature, for one of the formats."""
    columns = [field["name"] for field in fields_of("shots")]
    return pd.DataFrame(
        [{"what": what, "held": what not in LOST[name], "how": how_held(name, what)} for what in [*columns, *FEATURES]]
    )


def how_held(name: str, what: str) -> str:
    """Return where a format keeps a column or feature, or what becomes of it."""
    if what in LOST[name]:
        return LOST[name][what]
    kind = TIMES if what in {"start_s", "end_s"} else what
    return _HOW[name].get(kind, _COLUMN[name])
