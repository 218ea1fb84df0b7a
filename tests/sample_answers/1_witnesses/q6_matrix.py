# %% right="crosstab and reindex"
def witness_matrix(claims, topic):
    chosen = claims[claims["topic"] == topic]
    counts = pd.crosstab(chosen["source"], chosen["certainty"])
    return counts.reindex(index=claims["source"].unique(), columns=["documented", "reported", "attributed", "inferred", "speculated"], fill_value=0)

# %% right="groupby, reindexed twice, source as a column"
def witness_matrix(claims, topic):
    ladder = ["documented", "reported", "attributed", "inferred", "speculated"]
    counts = claims[claims["topic"] == topic].groupby(["source", "certainty"]).size().unstack(fill_value=0)
    counts = counts.reindex(columns=ladder, fill_value=0).reindex(sorted(set(claims["source"])), fill_value=0)
    return counts.rename_axis(index="source").reset_index()

# %% right="two loops"
def witness_matrix(claims, topic):
    rows = []
    for source in claims["source"].unique():
        row = {"source": source}
        for step in ["speculated", "inferred", "attributed", "reported", "documented"]:
            row[step] = len(claims[(claims["source"] == source) & (claims["topic"] == topic) & (claims["certainty"] == step)])
        rows.append(row)
    return pd.DataFrame(rows)

# %% right="whole crosstab of what is on the topic, as numbers with a point"
def witness_matrix(claims, topic):
    on_topic = (claims["topic"] == topic).astype(float)
    counts = claims.assign(n=on_topic).pivot_table(index="source", columns="certainty", values="n", aggfunc="sum", fill_value=0)
    for step in ["documented", "reported", "attributed", "inferred", "speculated"]:
        if step not in counts:
            counts[step] = 0.0
    return counts

# %% wrong="silent-missing" mark=0.75 says="reindex` can choose rows"
def witness_matrix(claims, topic):
    chosen = claims[claims["topic"] == topic]
    counts = pd.crosstab(chosen["source"], chosen["certainty"])
    return counts.reindex(columns=["documented", "reported", "attributed", "inferred", "speculated"], fill_value=0)

# %% wrong="all-topics" mark=0 says="choose the rows of the topic first"
def witness_matrix(claims, topic):
    counts = pd.crosstab(claims["source"], claims["certainty"])
    return counts.reindex(columns=["documented", "reported", "attributed", "inferred", "speculated"], fill_value=0)

# %% wrong="empty-for-zero" mark=0.5 says="not an empty cell"
def witness_matrix(claims, topic):
    chosen = claims[claims["topic"] == topic]
    counts = pd.crosstab(chosen["source"], chosen["certainty"])
    return counts.reindex(index=claims["source"].unique(), columns=["documented", "reported", "attributed", "inferred", "speculated"])

# %% wrong="missing-column" mark=0.5 says="no column 'documented'"
def witness_matrix(claims, topic):
    chosen = claims[claims["topic"] == topic]
    return pd.crosstab(chosen["source"], chosen["certainty"])

# %% wrong="missing-column" mark=1 says="no column 'documented'"
def witness_matrix(claims, topic):
    chosen = claims[claims["topic"] == topic]
    counts = pd.crosstab(chosen["source"], chosen["certainty"])
    return counts.reindex(index=claims["source"].unique(), fill_value=0)

# %% wrong="type" mark=0 says="Expected a table"
def witness_matrix(claims, topic):
    chosen = claims[claims["topic"] == topic]
    counts = pd.crosstab(chosen["source"], chosen["certainty"])
    counts.reindex(index=claims["source"].unique(), columns=["documented", "reported", "attributed", "inferred", "speculated"], fill_value=0)

# %% wrong="missing-column" mark=0 says="no column 'source'"
def witness_matrix(claims, topic):
    chosen = claims[claims["topic"] == topic]
    counts = pd.crosstab(chosen["certainty"], chosen["source"])
    return counts.reindex(columns=claims["source"].unique(), index=["documented", "reported", "attributed", "inferred", "speculated"], fill_value=0)

# %% wrong="row-count" mark=1.25 says="too many or too few rows"
def witness_matrix(claims, topic):
    chosen = claims[claims["topic"] == topic]
    counts = pd.crosstab(chosen["source"], chosen["certainty"])
    return counts.reindex(index=["screen", "newschina", "uk_review"][: claims["source"].nunique()], columns=["documented", "reported", "attributed", "inferred", "speculated"], fill_value=0)

# %% wrong="values" mark=1.25 says="not every value fits"
def witness_matrix(claims, topic):
    chosen = claims[claims["topic"] == "plot"]
    counts = pd.crosstab(chosen["source"], chosen["certainty"])
    return counts.reindex(index=claims["source"].unique(), columns=["documented", "reported", "attributed", "inferred", "speculated"], fill_value=0)

# %% wrong="crash" mark=0 says="KeyError"
def witness_matrix(claims, topic):
    chosen = claims[claims[topic]]
    return pd.crosstab(chosen["source"], chosen["certainty"])

# %% wrong="silent-missing" mark=0.75 says="reindex` can choose rows"
def witness_matrix(claims, topic):
    ladder = ["documented", "reported", "attributed", "inferred", "speculated"]
    rows = {}
    for _, claim in claims.iterrows():
        if claim["topic"] == topic:
            rows.setdefault(claim["source"], dict.fromkeys(ladder, 0))[claim["certainty"]] += 1
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("source")
