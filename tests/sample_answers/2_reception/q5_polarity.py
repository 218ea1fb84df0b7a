# %% right="a cross table"
def polarity_counts(appraisals):
    own = appraisals[appraisals["voice"] == "witness"]
    counts = pd.crosstab(own["source"], own["polarity"])
    return counts.reindex(columns=["positive", "negative", "mixed"], fill_value=0)

# %% right="group, count, unstack"
def polarity_counts(appraisals):
    own = appraisals.query("voice == 'witness'")
    counts = own.groupby(["source", "polarity"]).size().unstack(fill_value=0)
    for polarity in ["positive", "negative", "mixed"]:
        if polarity not in counts:
            counts[polarity] = 0
    return counts

# %% right="loops, source as a column"
def polarity_counts(appraisals):
    rows = []
    own = appraisals[appraisals["voice"] == "witness"]
    for source in own["source"].unique():
        row = {"source": source}
        for polarity in ["mixed", "negative", "positive"]:
            row[polarity] = len(own[(own["source"] == source) & (own["polarity"] == polarity)])
        rows.append(row)
    return pd.DataFrame(rows)

# %% right="a pivot table with gaps filled, as decimal numbers"
def polarity_counts(appraisals):
    own = appraisals[appraisals.voice == "witness"].assign(one=1.0)
    made = own.pivot_table(index="source", columns="polarity", values="one", aggfunc="sum")
    return made.reindex(columns=["negative", "mixed", "positive"]).fillna(0).reset_index()

# %% right="yes-or-no columns, summed"
def polarity_counts(appraisals):
    own = appraisals[appraisals["voice"] != "reported"].copy()
    for polarity in ["positive", "negative", "mixed"]:
        own[polarity] = own["polarity"] == polarity
    return own.groupby("source")[["positive", "negative", "mixed"]].sum()

# %% wrong="counts-reported" mark=0.5 says="look at `voice`"
def polarity_counts(appraisals):
    counts = pd.crosstab(appraisals["source"], appraisals["polarity"])
    return counts.reindex(columns=["positive", "negative", "mixed"], fill_value=0)

# %% wrong="missing-column" mark=1.5 says="'mixed'"
def polarity_counts(appraisals):
    own = appraisals[appraisals["voice"] == "witness"]
    return pd.crosstab(own["source"], own["polarity"])

# %% wrong="empty-for-zero" mark=0.5 says="not an empty cell"
def polarity_counts(appraisals):
    own = appraisals[appraisals["voice"] == "witness"]
    counts = own.groupby(["source", "polarity"]).size().unstack()
    if "mixed" not in counts:
        counts["mixed"] = 0
    return counts

# %% wrong="missing-column" mark=0 says="'positive'"
def polarity_counts(appraisals):
    own = appraisals[appraisals["voice"] == "witness"]
    return own.groupby(["source", "polarity"]).size().reset_index(name="count")

# %% wrong="missing-column" mark=0 says="'source'"
def polarity_counts(appraisals):
    own = appraisals[appraisals["voice"] == "witness"]
    return pd.crosstab(own["polarity"], own["source"])

# %% wrong="row-count" mark=0 says="rows"
def polarity_counts(appraisals):
    own = appraisals[appraisals["voice"] == "witness"].copy()
    for polarity in ["positive", "negative", "mixed"]:
        own[polarity] = (own["polarity"] == polarity).astype(int)
    return own[["source", "positive", "negative", "mixed"]]

# %% wrong="type" mark=0 says="Expected a table"
def polarity_counts(appraisals):
    own = appraisals[appraisals["voice"] == "witness"]
    return dict(own["polarity"].value_counts())

# %% wrong="row-count" mark=1.25 says="too many or too few rows"
def polarity_counts(appraisals):
    return pd.DataFrame({"source": ["screen", "uk_review"], "positive": [2, 1], "negative": [0, 1], "mixed": [0, 0]})

# %% wrong="values" mark=0.5 says="not every value"
def polarity_counts(appraisals):
    own = appraisals[appraisals["voice"] == "witness"]
    shares = pd.crosstab(own["source"], own["polarity"], normalize="index")
    return shares.reindex(columns=["positive", "negative", "mixed"], fill_value=0)

# %% wrong="empty-for-zero" mark=1.5 says="see `fill_value`"
def polarity_counts(appraisals):
    own = appraisals[appraisals["voice"] == "witness"]
    return pd.crosstab(own["source"], own["polarity"]).reindex(columns=["positive", "negative", "mixed"])

# %% wrong="rows-for-columns" mark=0 says="needs `columns=`"
def polarity_counts(appraisals):
    own = appraisals[appraisals["voice"] == "witness"]
    return pd.crosstab(own["source"], own["polarity"]).reindex(["positive", "negative", "mixed"])

# %% wrong="rows-for-columns" mark=0 says="needs `columns=`"
def polarity_counts(appraisals):
    own = appraisals[appraisals["voice"] == "witness"]
    return pd.crosstab(own["source"], own["polarity"]).reindex(["positive", "negative", "mixed"], fill_value=0)

# %% right="a source without a voice of its own has a row of zeros"
def polarity_counts(appraisals):
    own = appraisals[appraisals["voice"] == "witness"]
    counts = pd.crosstab(own["source"], own["polarity"])
    return counts.reindex(index=appraisals["source"].unique(), columns=["positive", "negative", "mixed"], fill_value=0)
