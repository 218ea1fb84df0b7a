"""Framings that are redrawn from words: drawn, measured, redrawn otherwise, and held to what the words support."""

from return_to_dust.framing.claims import require_support, statement_holds, support, supported
from return_to_dust.framing.diagram import draw_framing, draw_framings
from return_to_dust.framing.measures import (
    across_frame,
    area_share,
    centre,
    distance_to_centre,
    height_in_frame,
    intersection_over_union,
    measure,
    overlap,
    overlaps,
    visible_share,
    weakest,
)
from return_to_dust.framing.redraw import measure_ranges, redrawings, survives
from return_to_dust.framing.regions import (
    RATIO,
    check_region,
    check_regions,
    framings,
    region,
    regions_of,
    shape_of,
)
from return_to_dust.framing.relations import VOCABULARY, broken, holds, relations_of
from return_to_dust.framing.scale import FieldSize, bodies_held, compare_scales, field_size, size_of_part
from return_to_dust.framing.substitution import substitutions
from return_to_dust.framing.wording import alt_text

__all__ = [
    "RATIO",
    "VOCABULARY",
    "FieldSize",
    "across_frame",
    "alt_text",
    "area_share",
    "bodies_held",
    "broken",
    "centre",
    "check_region",
    "check_regions",
    "compare_scales",
    "distance_to_centre",
    "draw_framing",
    "draw_framings",
    "field_size",
    "framings",
    "height_in_frame",
    "holds",
    "intersection_over_union",
    "measure",
    "measure_ranges",
    "overlap",
    "overlaps",
    "redrawings",
    "region",
    "regions_of",
    "relations_of",
    "require_support",
    "shape_of",
    "size_of_part",
    "statement_holds",
    "substitutions",
    "support",
    "supported",
    "survives",
    "visible_share",
    "weakest",
]
