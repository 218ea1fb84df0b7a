"""Man and donkey as substitutes, the panda as counter-image: who is there in which shot, and how they are related."""

from __future__ import annotations

import pandas as pd

from return_to_dust.tables import table

#: What each kind of relation between animal and man means.
KINDS = {
    "in_place_of": "the donkey is where the man is expected",
    "gives_way_to": "the donkey hides the man and then lets him be seen",
    "stands_for": "what is done to or by the donkey is meant of the man",
    "opposite": "one is set against the other, so that the difference speaks",
    "parts_from": "the two go different ways",
    "none": "the reviewer relates no animal to the man",
}


def substitutions() -> pd.DataFrame:
    """Return man, donkey and panda shot by shot, in the order in which user_liangzihan tells the film.

    Returns
    -------
    pandas.DataFrame
        One row a shot: ``order``, ``shot``, ``scene``; ``man``, ``donkey``, ``panda`` (seen, named, told, or missing);
        ``kind`` and ``means`` (see `KINDS`); ``basis``, ``source``, ``paragraph``, ``quote``, ``note``.
    """
    shots = table("shots")[["shot", "order", "scene"]]
    rows = table("substitutions").merge(shots, on="shot").sort_values("order", kind="stable")
    rows["means"] = rows["kind"].map(KINDS)
    columns = ["order", "shot", "scene", "man", "donkey", "panda", "kind", "means"]
    return rows[[*columns, "basis", "source", "paragraph", "quote", "note"]].reset_index(drop=True)
