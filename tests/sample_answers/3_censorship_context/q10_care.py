# %% right="chosen rows, mean"
def error_rate(checks, source):
    checkable = checks[(checks["source"] == source) & checks["computed"].notna()]
    if len(checkable) == 0:
        return None
    return ((checkable["printed"] - checkable["computed"]).abs() > checkable["within"]).mean()


care = "D"

# %% right="a loop that counts"
def error_rate(checks, source):
    wrong = 0
    checked = 0
    for _, row in checks.iterrows():
        if row["source"] == source and pd.notna(row["computed"]):
            checked += 1
            if abs(row["printed"] - row["computed"]) > row["within"]:
                wrong += 1
    if checked:
        return wrong / checked


care = "d"

# %% right="dropna and between"
def error_rate(checks, source):
    own = checks.query("source == @source").dropna(subset=["computed"])
    if own.empty:
        return None
    fits = own["printed"].between(own["computed"] - own["within"], own["computed"] + own["within"])
    return 1 - fits.sum() / len(own)


care = "D"

# %% right="lists and zip, rounded"
def error_rate(checks, source):
    own = checks[checks["source"] == source].dropna()
    wrong = [abs(p - c) > w for p, c, w in zip(own["printed"], own["computed"], own["within"])]
    return round(sum(wrong) / len(wrong), 3) if wrong else None


care = "D"

# %% wrong="unchecked-as-right" mark=0.75 says="as if it were right"
def error_rate(checks, source):
    own = checks[checks["source"] == source]
    return ((own["printed"] - own["computed"]).abs() > own["within"]).mean()


care = "D"

# %% wrong="unchecked-as-wrong" mark=0.75 says="as if it were wrong"
def error_rate(checks, source):
    own = checks[checks["source"] == source]
    return 1 - ((own["printed"] - own["computed"]).abs() <= own["within"]).mean()


care = "D"

# %% wrong="no-empty-case" mark=1.75 says="should be None"
def error_rate(checks, source):
    own = checks[(checks["source"] == source) & checks["computed"].notna()]
    return ((own["printed"] - own["computed"]).abs() > own["within"]).mean()


care = "D"

# %% wrong="exact-only" mark=1.5 says="may differ"
def error_rate(checks, source):
    own = checks[(checks["source"] == source) & checks["computed"].notna()]
    if len(own) == 0:
        return None
    return (own["printed"] != own["computed"]).mean()


care = "D"

# %% wrong="edge-as-wrong" mark=1.5 says="by just as much"
def error_rate(checks, source):
    own = checks[(checks["source"] == source) & checks["computed"].notna()]
    if len(own) == 0:
        return None
    return ((own["printed"] - own["computed"]).abs() >= own["within"]).mean()


care = "D"

# %% wrong="one-side-only" mark=1.5 says="can be too small"
def error_rate(checks, source):
    own = checks[(checks["source"] == source) & checks["computed"].notna()]
    if len(own) == 0:
        return None
    return (own["printed"] - own["computed"] > own["within"]).mean()


care = "D"

# %% wrong="count-not-share" mark=1 says="the number of wrong figures"
def error_rate(checks, source):
    own = checks[(checks["source"] == source) & checks["computed"].notna()]
    if len(own) == 0:
        return None
    return ((own["printed"] - own["computed"]).abs() > own["within"]).sum()


care = "D"

# %% wrong="percent" mark=1 says="a percentage"
def error_rate(checks, source):
    own = checks[(checks["source"] == source) & checks["computed"].notna()]
    if len(own) == 0:
        return None
    return 100 * ((own["printed"] - own["computed"]).abs() > own["within"]).mean()


care = "D"

# %% wrong="all-sources" mark=0.75 says="the other animal"
def error_rate(checks, source):
    return ((checks["printed"] - checks["computed"]).abs() > checks["within"]).mean()


care = "D"

# %% wrong="type" mark=0.75 says="a column (Series)"
def error_rate(checks, source):
    own = checks[(checks["source"] == source) & checks["computed"].notna()]
    return (own["printed"] - own["computed"]).abs() > own["within"]


care = "D"

# %% wrong="share-as-chance" mark=1.25 says="drawn by lot"
def error_rate(checks, source):
    own = checks[(checks["source"] == source) & checks["computed"].notna()]
    if len(own) == 0:
        return None
    return ((own["printed"] - own["computed"]).abs() > own["within"]).mean()


care = "A"

# %% wrong="neighbours-as-proof" mark=1.25 says="beside a right figure"
def error_rate(checks, source):
    own = checks[(checks["source"] == source) & checks["computed"].notna()]
    if len(own) == 0:
        return None
    return ((own["printed"] - own["computed"]).abs() > own["within"]).mean()


care = "B"

# %% wrong="all-or-nothing" mark=1.25 says="right in another"
def error_rate(checks, source):
    own = checks[(checks["source"] == source) & checks["computed"].notna()]
    if len(own) == 0:
        return None
    return ((own["printed"] - own["computed"]).abs() > own["within"]).mean()


care = "C"
