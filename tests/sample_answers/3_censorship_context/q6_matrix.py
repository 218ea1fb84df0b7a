# %% right="loops, a list of dicts"
def topic_matrix(texts, searches):
    rows = []
    for source, text in texts.items():
        row = {"source": source}
        for topic, words in searches.items():
            row[topic] = 0
            for word in words:
                if word.lower() in text.lower():
                    row[topic] = 1
        rows.append(row)
    return pd.DataFrame(rows)


false_cells = {"left": ["newschina", "user_wurideflame"], "reason": ["screen"], "longer": ["hollywood_reporter_repost"]}

# %% right="any, True and False, sources in the index"
def topic_matrix(texts, searches):
    found = {
        topic: [any(word.lower() in text.lower() for word in words) for text in texts.values()]
        for topic, words in searches.items()
    }
    return pd.DataFrame(found, index=pd.Index(texts, name="source"))


false_cells = {"longer": {"hollywood_reporter_repost"}, "reason": {"screen"}, "left": {"user_wurideflame", "newschina"}}

# %% right="pandas text methods"
def topic_matrix(texts, searches):
    column = pd.Series(texts).str.lower()
    table = pd.DataFrame({"source": list(column.index)})
    for topic, words in searches.items():
        hits = pd.Series(False, index=column.index)
        for word in words:
            hits = hits | column.str.contains(word.lower(), regex=False)
        table[topic] = hits.astype(int).to_numpy()
    return table


false_cells = {"left": ("newschina", "user_wurideflame"), "reason": ("screen",), "longer": ("hollywood_reporter_repost",)}

# %% right="an empty table that is filled, as numbers with a point"
def topic_matrix(texts, searches):
    table = pd.DataFrame(0.0, index=list(texts), columns=list(searches))
    for source in texts:
        for topic in searches:
            for word in searches[topic]:
                if texts[source].casefold().find(word.casefold()) >= 0:
                    table.loc[source, topic] = 1.0
    return table.rename_axis("source").reset_index()


false_cells = pd.Series([["newschina", "user_wurideflame"], ["screen"], ["hollywood_reporter_repost"]], index=["left", "reason", "longer"])

# %% wrong="counts-hits" mark=1 says="only whether"
def topic_matrix(texts, searches):
    rows = []
    for source, text in texts.items():
        row = {"source": source}
        for topic, words in searches.items():
            row[topic] = sum(text.lower().count(word.lower()) for word in words)
        rows.append(row)
    return pd.DataFrame(rows)


false_cells = {"left": ["newschina", "user_wurideflame"], "reason": ["screen"], "longer": ["hollywood_reporter_repost"]}

# %% wrong="case-of-letters" mark=1 says="Capitals should not matter"
def topic_matrix(texts, searches):
    rows = []
    for source, text in texts.items():
        row = {"source": source}
        for topic, words in searches.items():
            row[topic] = int(any(word in text for word in words))
        rows.append(row)
    return pd.DataFrame(rows)


false_cells = {"left": ["newschina", "user_wurideflame"], "reason": ["screen"], "longer": ["hollywood_reporter_repost"]}

# %% wrong="case-of-letters" mark=1.5 says="in capitals in `searches`"
def topic_matrix(texts, searches):
    rows = []
    for source, text in texts.items():
        row = {"source": source}
        for topic, words in searches.items():
            row[topic] = int(any(word in text.lower() for word in words))
        rows.append(row)
    return pd.DataFrame(rows)


false_cells = {"left": ["newschina", "user_wurideflame"], "reason": ["screen"], "longer": ["hollywood_reporter_repost"]}

# %% wrong="last-word" mark=1 says="wherever it stands in the list"
def topic_matrix(texts, searches):
    rows = []
    for source, text in texts.items():
        row = {"source": source}
        for topic, words in searches.items():
            for word in words:
                if word.lower() in text.lower():
                    row[topic] = 1
                else:
                    row[topic] = 0
        rows.append(row)
    return pd.DataFrame(rows)


false_cells = {"left": ["newschina", "user_wurideflame"], "reason": ["screen"], "longer": ["hollywood_reporter_repost"]}

# %% wrong="first-word" mark=1 says="one of them is enough"
def topic_matrix(texts, searches):
    rows = []
    for source, text in texts.items():
        row = {"source": source}
        for topic, words in searches.items():
            row[topic] = int(words[0].lower() in text.lower())
        rows.append(row)
    return pd.DataFrame(rows)


false_cells = {"left": ["newschina", "user_wurideflame"], "reason": ["screen"], "longer": ["hollywood_reporter_repost"]}

# %% wrong="all-words" mark=1 says="One search word of a topic"
def topic_matrix(texts, searches):
    rows = []
    for source, text in texts.items():
        row = {"source": source}
        for topic, words in searches.items():
            row[topic] = int(all(word.lower() in text.lower() for word in words))
        rows.append(row)
    return pd.DataFrame(rows)


false_cells = {"left": ["newschina", "user_wurideflame"], "reason": ["screen"], "longer": ["hollywood_reporter_repost"]}

# %% wrong="silent-missing" mark=1.25 says="still needs a row"
def topic_matrix(texts, searches):
    rows = []
    for source, text in texts.items():
        for topic, words in searches.items():
            if any(word.lower() in text.lower() for word in words):
                rows.append({"source": source, "topic": topic})
    pairs = pd.DataFrame(rows, columns=["source", "topic"])
    return pd.crosstab(pairs["source"], pairs["topic"]).reindex(columns=list(searches), fill_value=0)


false_cells = {"left": ["newschina", "user_wurideflame"], "reason": ["screen"], "longer": ["hollywood_reporter_repost"]}

# %% wrong="empty-for-zero" mark=1.25 says="not nothing"
def topic_matrix(texts, searches):
    table = pd.DataFrame(index=pd.Index(list(texts), name="source"), columns=list(searches))
    for source, text in texts.items():
        for topic, words in searches.items():
            if any(word.lower() in text.lower() for word in words):
                table.loc[source, topic] = 1
    return table


false_cells = {"left": ["newschina", "user_wurideflame"], "reason": ["screen"], "longer": ["hollywood_reporter_repost"]}

# %% wrong="missing-column" mark=0.75 says="no column 'source'"
def topic_matrix(texts, searches):
    rows = {}
    for source, text in texts.items():
        rows[source] = {topic: int(any(w.lower() in text.lower() for w in words)) for topic, words in searches.items()}
    return pd.DataFrame.from_dict(rows, orient="index")


false_cells = {"left": ["newschina", "user_wurideflame"], "reason": ["screen"], "longer": ["hollywood_reporter_repost"]}

# %% wrong="type" mark=0.75 says="Expected a table"
def topic_matrix(texts, searches):
    rows = []
    for source, text in texts.items():
        row = {"source": source}
        for topic, words in searches.items():
            row[topic] = int(any(word.lower() in text.lower() for word in words))
        rows.append(row)
    return rows


false_cells = {"left": ["newschina", "user_wurideflame"], "reason": ["screen"], "longer": ["hollywood_reporter_repost"]}

# %% wrong="false-hit-as-false-cell" mark=1.75 says="in another paragraph"
def topic_matrix(texts, searches):
    rows = []
    for source, text in texts.items():
        row = {"source": source}
        for topic, words in searches.items():
            row[topic] = max(int(word.lower() in text.lower()) for word in words)
        rows.append(row)
    return pd.DataFrame(rows)


false_cells = {
    "left": ["newschina", "uk_review", "user_wurideflame"],
    "reason": ["screen"],
    "longer": ["hollywood_reporter_repost"],
}

# %% wrong="all-cells" mark=1.25 says="all cells with a 1"
def topic_matrix(texts, searches):
    rows = []
    for source, text in texts.items():
        row = {"source": source}
        for topic, words in searches.items():
            row[topic] = max(int(word.lower() in text.lower()) for word in words)
        rows.append(row)
    return pd.DataFrame(rows)


false_cells = {
    "left": ["newschina", "uk_review", "user_wurideflame", "user_liangzihan"],
    "reason": ["screen", "hollywood_reporter_repost"],
    "longer": ["newschina", "hollywood_reporter_repost"],
}

# %% wrong="turned-round" mark=1.25 says="asks for the others"
def topic_matrix(texts, searches):
    rows = []
    for source, text in texts.items():
        row = {"source": source}
        for topic, words in searches.items():
            row[topic] = max(int(word.lower() in text.lower()) for word in words)
        rows.append(row)
    return pd.DataFrame(rows)


false_cells = {"left": ["user_liangzihan"], "reason": ["hollywood_reporter_repost"], "longer": ["newschina"]}

# %% wrong="hits-as-tellers" mark=1.25 says="Not always the film"
def topic_matrix(texts, searches):
    rows = []
    for source, text in texts.items():
        row = {"source": source}
        for topic, words in searches.items():
            row[topic] = max(int(word.lower() in text.lower()) for word in words)
        rows.append(row)
    return pd.DataFrame(rows)


false_cells = {"left": [], "reason": [], "longer": []}

# %% wrong="missing-entry" mark=1.75 says="longer"
def topic_matrix(texts, searches):
    rows = []
    for source, text in texts.items():
        row = {"source": source}
        for topic, words in searches.items():
            row[topic] = max(int(word.lower() in text.lower()) for word in words)
        rows.append(row)
    return pd.DataFrame(rows)


false_cells = {"left": ["newschina", "user_wurideflame"], "reason": ["screen"]}
