# %% right="fillna and groupby"
def pair_counts(rows):
    return rows[["man", "donkey"]].fillna("absent").groupby(["man", "donkey"]).size().reset_index(name="shots")

fails = "C"

# %% right="value_counts, the two in the index, a named Series"
def pair_counts(rows):
    return rows[["man", "donkey"]].fillna("absent").value_counts().rename("shots")

fails = "c"

# %% right="a Counter, other order of columns"
from collections import Counter

def pair_counts(rows):
    there = rows.fillna({"man": "absent", "donkey": "absent"})
    counts = Counter(zip(there["donkey"], there["man"]))
    return pd.DataFrame([{"shots": n, "donkey": d, "man": m} for (d, m), n in counts.items()])

fails = "C"

# %% right="groupby that keeps what is missing, agg, filled afterwards"
def pair_counts(rows):
    counts = rows.assign(shots=1.0).groupby(["man", "donkey"], dropna=False, as_index=False)["shots"].sum()
    counts[["man", "donkey"]] = counts[["man", "donkey"]].fillna("absent")
    return counts.sort_values("shots", ascending=False)

fails = "C"

# %% right="crosstab, stacked, zeros thrown away"
def pair_counts(rows):
    wide = pd.crosstab(rows["man"].fillna("absent"), rows["donkey"].fillna("absent"))
    long = wide.stack().reset_index(name="shots")
    return long[long["shots"] > 0]

fails = "C"

# %% wrong="absent-missing" mark=1 says="fill the missing entries first"
def pair_counts(rows):
    return rows.groupby(["man", "donkey"]).size().reset_index(name="shots")

fails = "C"

# %% wrong="absent-missing" mark=1 says="fill the missing entries first"
def pair_counts(rows):
    return rows.groupby(["man", "donkey"]).size().reset_index(name="shots").fillna("absent")

fails = "C"

# %% wrong="empty-for-absent" mark=1 says="the word for it is missing"
def pair_counts(rows):
    return rows.groupby(["man", "donkey"], dropna=False).size().reset_index(name="shots")

fails = "C"

# %% wrong="all-combinations" mark=0.5 says="never occur"
def pair_counts(rows):
    wide = pd.crosstab(rows["man"].fillna("absent"), rows["donkey"].fillna("absent"))
    return wide.stack().reset_index(name="shots")

fails = "C"

# %% wrong="missing-column" mark=0.5 says="no column 'donkey'"
def pair_counts(rows):
    return pd.crosstab(rows["man"].fillna("absent"), rows["donkey"].fillna("absent"))

fails = "C"

# %% wrong="missing-column" mark=0.5 says="no column 'shots'"
def pair_counts(rows):
    return rows[["man", "donkey"]].fillna("absent").groupby(["man", "donkey"]).size()

fails = "C"

# %% wrong="missing-column" mark=0.5 says="no column 'shots'"
def pair_counts(rows):
    return rows[["man", "donkey"]].fillna("absent").value_counts().reset_index()

fails = "C"

# %% wrong="row-count" mark=0.5 says="3 rows"
def pair_counts(rows):
    there = rows[["man", "donkey"]].fillna("absent")
    there["shots"] = 1
    return there

fails = "C"

# %% wrong="row-count" mark=1.5 says="too many or too few rows"
def pair_counts(rows):
    there = rows[["man", "donkey"]].fillna("seen" if len(rows) > 4 else "absent")
    return there.groupby(["man", "donkey"]).size().reset_index(name="shots")

fails = "C"

# %% wrong="likeness-as-identity" mark=1.5 says="To be alike is not to be the same"
def pair_counts(rows):
    return rows[["man", "donkey"]].fillna("absent").groupby(["man", "donkey"]).size().reset_index(name="shots")

fails = "A"

# %% wrong="only-in-absence" mark=1.5 says="while the donkey is patted"
def pair_counts(rows):
    return rows[["man", "donkey"]].fillna("absent").groupby(["man", "donkey"]).size().reset_index(name="shots")

fails = "B"

# %% wrong="silence-as-statement" mark=1.5 says="says nothing about the two"
def pair_counts(rows):
    return rows[["man", "donkey"]].fillna("absent").groupby(["man", "donkey"]).size().reset_index(name="shots")

fails = "D"

# %% wrong="type" mark=0.5 says="Expected a table"
def pair_counts(rows):
    print(rows[["man", "donkey"]].fillna("absent").groupby(["man", "donkey"]).size())

fails = "C"

# %% wrong="crash" mark=0.5 says="KeyError"
def pair_counts(rows):
    there = rows["man", "donkey"].fillna("absent")
    return there.groupby(["man", "donkey"]).size().reset_index(name="shots")

fails = "C"

# %% wrong="type" mark=1.5 says="Expected a text"
def pair_counts(rows):
    return rows[["man", "donkey"]].fillna("absent").groupby(["man", "donkey"]).size().reset_index(name="shots")

fails = ["lz_blood_call", "lz_donkey_freed"]
