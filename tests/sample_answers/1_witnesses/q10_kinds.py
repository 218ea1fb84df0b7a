# %% right="a dict"
kind = {"hero": "other_name", "premiere": "more_exact", "score": "different_things", "takings": "different_things", "land": "conflict", "blood": "undecided"}

# %% right="another order, other case"
kind = dict(blood="Undecided", land="Conflict", takings="Different_things", score="Different_things", premiere="More_exact", hero="Other_name")

# %% right="a Series"
kind = pd.Series(["other_name", "more_exact", "different_things", "different_things", "conflict", "undecided"], index=["hero", "premiere", "score", "takings", "land", "blood"])

# %% wrong="father-and-son" mark=1.5 says="is himself rich"
kind = {"hero": "other_name", "premiere": "more_exact", "score": "different_things", "takings": "different_things", "land": "conflict", "blood": "conflict"}

# %% wrong="sure-it-is-one" mark=1.5 says="which text says so"
kind = {"hero": "other_name", "premiere": "more_exact", "score": "different_things", "takings": "different_things", "land": "conflict", "blood": "other_name"}

# %% wrong="unit-not-checked" mark=1.5 says="Are the two areas equal"
kind = {"hero": "other_name", "premiere": "more_exact", "score": "different_things", "takings": "different_things", "land": "other_name", "blood": "undecided"}

# %% wrong="scores-as-conflict" mark=1.75 says="Who voted"
kind = {"hero": "other_name", "premiere": "more_exact", "score": "conflict", "takings": "different_things", "land": "conflict", "blood": "undecided"}

# %% wrong="day-against-total" mark=1.75 says="Over which time"
kind = {"hero": "other_name", "premiere": "more_exact", "score": "different_things", "takings": "conflict", "land": "conflict", "blood": "undecided"}

# %% wrong="names-as-conflict" mark=0.5 says="by two people"
kind = {"hero": "conflict", "premiere": "conflict", "score": "conflict", "takings": "conflict", "land": "conflict", "blood": "conflict"}

# %% wrong="range-as-conflict" mark=1.75 says="within a year"
kind = {"hero": "other_name", "premiere": "conflict", "score": "different_things", "takings": "different_things", "land": "conflict", "blood": "undecided"}

# %% wrong="names-as-two-men" mark=1.75 says="of two men"
kind = {"hero": "different_things", "premiere": "more_exact", "score": "different_things", "takings": "different_things", "land": "conflict", "blood": "undecided"}

# %% wrong="missing-entry" mark=1.5 says="blood"
kind = {"hero": "other_name", "premiere": "more_exact", "score": "different_things", "takings": "different_things", "land": "conflict"}

# %% wrong="other" mark=1.75 says="one of the five words"
kind = {"hero": "same man", "premiere": "more_exact", "score": "different_things", "takings": "different_things", "land": "conflict", "blood": "undecided"}

# %% wrong="type" mark=0 says="Expected a dict"
kind = ["other_name", "more_exact", "different_things", "different_things", "conflict", "undecided"]

# %% wrong="scores-as-one" mark=1 says="comes from"
kind = {"hero": "other_name", "premiere": "more_exact", "score": "undecided", "takings": "undecided", "land": "undecided", "blood": "undecided"}

# %% wrong="two-receivers" mark=1.5 says="Who says two people"
kind = {"hero": "other_name", "premiere": "more_exact", "score": "different_things", "takings": "different_things", "land": "conflict", "blood": "different_things"}
