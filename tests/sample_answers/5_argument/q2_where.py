# %% right="two loops"
def where_is(quotation):
    found = []
    wanted = quotation.lower().replace("'", "’")
    for one in readings():
        for paragraph in one:
            if wanted in paragraph.text.lower():
                found.append(paragraph.source + " " + paragraph.number)
    return found

# %% right="a set"
def where_is(quotation):
    alike = quotation.casefold().replace("’", "'")
    return {
        f"{p.source} {p.number}" for one in readings() for p in one if alike in p.text.casefold().replace("’", "'")
    }

# %% right="a column of a table"
def where_is(quotation):
    rows = pd.DataFrame([(p.source, p.number, p.text) for one in readings() for p in one], columns=["s", "n", "text"])
    text = rows["text"].str.lower().str.replace("’", "'")
    there = rows[text.str.contains(quotation.lower().replace("’", "'"), regex=False)]
    return there["s"] + " " + there["n"]

# %% right="keyword in context, without its repeats"
def where_is(quotation):
    hits = keyword_in_context(quotation.replace("'", "’"))
    return list((hits["source"] + " " + hits["paragraph"]).unique())

# %% wrong="case" mark=0.75 says="Capital letters"
def where_is(quotation):
    return [
        f"{p.source} {p.number}" for one in readings() for p in one if quotation.replace("'", "’") in p.text
    ]

# %% wrong="case" mark=1 says="Capital letters"
def where_is(quotation):
    return [
        f"{p.source} {p.number}" for one in readings() for p in one if quotation.replace("'", "’") in p.text.lower()
    ]

# %% wrong="apostrophe" mark=1.75 says="apostrophe"
def where_is(quotation):
    return [f"{p.source} {p.number}" for one in readings() for p in one if quotation.lower() in p.text.lower()]

# %% wrong="stops-at-first" mark=0.75 says="first place"
def where_is(quotation):
    for one in readings():
        for p in one:
            if quotation.lower().replace("'", "’") in p.text.lower():
                return [f"{p.source} {p.number}"]
    return []

# %% wrong="keeps-last" mark=0.75 says="replaces the one before"
def where_is(quotation):
    found = []
    for one in readings():
        for p in one:
            if quotation.lower().replace("'", "’") in p.text.lower():
                found = [f"{p.source} {p.number}"]
    return found

# %% wrong="no-source" mark=0 says="write the reading"
def where_is(quotation):
    return [p.number for one in readings() for p in one if quotation.lower().replace("'", "’") in p.text.lower()]

# %% wrong="no-paragraph" mark=0 says="write the paragraph"
def where_is(quotation):
    return [one.id for one in readings() if quotation.lower() in one.text.lower()]

# %% wrong="other" mark=1.75 says="once"
def where_is(quotation):
    hits = keyword_in_context(quotation.replace("'", "’"))
    return list(hits["source"] + " " + hits["paragraph"])

# %% wrong="other" mark=0 says="not belong here"
def where_is(quotation):
    found = []
    for one in readings():
        for p in one:
            text = p.text.lower()
            if any(word in text for word in quotation.lower().replace("'", "’").split()):
                found.append(f"{p.source} {p.number}")
    return found

# %% wrong="finds-nothing" mark=0 says="not found"
def where_is(quotation):
    return [f"{p.source} {p.number}" for one in readings() for p in one if quotation == p.text]

# %% wrong="type" mark=0 says="Expected a list"
def where_is(quotation):
    for one in readings():
        for p in one:
            if quotation.lower() in p.text.lower():
                return f"{p.source} {p.number}"
    return []
