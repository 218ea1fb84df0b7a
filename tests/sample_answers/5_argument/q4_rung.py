# %% right="a loop down the ladder"
def highest_rung(claims, source, paragraph):
    here = claims[(claims["source"] == source) & (claims["paragraph"] == paragraph)]
    for rung in LADDER:
        if (here["certainty"] == rung).any():
            return rung
    return None

# %% right="min with a key"
def highest_rung(claims, source, paragraph):
    here = claims[(claims["source"] == source) & (claims["paragraph"] == paragraph)]
    return min(here["certainty"], key=LADDER.index, default=None)

# %% right="query and an ordered category"
def highest_rung(claims, source, paragraph):
    here = claims.query("source == @source and paragraph == @paragraph")
    if here.empty:
        return None
    return pd.Categorical(here["certainty"], categories=LADDER, ordered=True).min()

# %% right="row by row"
def highest_rung(claims, source, paragraph):
    best = 5
    for _, row in claims.iterrows():
        if row["source"] == source and row["paragraph"] == paragraph:
            best = min(best, LADDER.index(row["certainty"]))
    return LADDER[best] if best < 5 else None

# %% wrong="alphabet" mark=0.25 says="alphabet"
def highest_rung(claims, source, paragraph):
    here = claims[(claims["source"] == source) & (claims["paragraph"] == paragraph)]
    return min(here["certainty"], default=None)

# %% wrong="lowest-or-first" mark=0.25 says="first row"
def highest_rung(claims, source, paragraph):
    here = claims[(claims["source"] == source) & (claims["paragraph"] == paragraph)]
    return here["certainty"].iloc[0] if len(here) else None

# %% wrong="lowest-or-first" mark=0.25 says="least sure"
def highest_rung(claims, source, paragraph):
    here = claims[(claims["source"] == source) & (claims["paragraph"] == paragraph)]
    return max(here["certainty"], key=LADDER.index, default=None)

# %% wrong="one-condition" mark=0.5 says="both conditions"
def highest_rung(claims, source, paragraph):
    here = claims[claims["paragraph"] == paragraph]
    return min(here["certainty"], key=LADDER.index, default=None)

# %% wrong="one-condition" mark=0.25 says="both conditions"
def highest_rung(claims, source, paragraph):
    here = claims[claims["source"] == source]
    return min(here["certainty"], key=LADDER.index, default=None)

# %% wrong="crash" mark=1 says="ValueError"
def highest_rung(claims, source, paragraph):
    here = claims[(claims["source"] == source) & (claims["paragraph"] == paragraph)]
    return min(here["certainty"], key=LADDER.index)

# %% wrong="not-none" mark=1 says="should be None"
def highest_rung(claims, source, paragraph):
    here = claims[(claims["source"] == source) & (claims["paragraph"] == paragraph)]
    return min(here["certainty"], key=LADDER.index, default="")

# %% wrong="type" mark=0.25 says="Expected a text"
def highest_rung(claims, source, paragraph):
    here = claims[(claims["source"] == source) & (claims["paragraph"] == paragraph)]
    found = [LADDER.index(one) for one in here["certainty"]]
    return min(found) if found else None

# %% wrong="other" mark=0.75 says="does not come out right"
def highest_rung(claims, source, paragraph):
    known = {("screen", "p5"): "reported", ("screen", "p8"): "inferred", ("newschina", "p1"): "documented"}
    if (source, paragraph) == ("screen", "p2"):
        return None
    return known.get((source, paragraph), "reported")
