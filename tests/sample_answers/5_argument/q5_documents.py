# %% right="two sets"
def count_witnesses(sources):
    pages = {CARRIED_BY.get(source, source) for source in sources}
    return {"texts": len(set(sources)), "documents": len(pages)}


praise = "C"

# %% right="a loop and lists"
def count_witnesses(sources):
    texts = []
    pages = []
    for source in sources:
        page = source
        if source in CARRIED_BY:
            page = CARRIED_BY[source]
        if source not in texts:
            texts.append(source)
        if page not in pages:
            pages.append(page)
    return {"documents": len(pages), "texts": len(texts)}


praise = " c "

# %% right="a Series"
def count_witnesses(sources):
    names = pd.Series(sources, dtype=object)
    return pd.Series({"texts": names.nunique(), "documents": names.replace(CARRIED_BY).nunique()})


praise = "C"

# %% wrong="texts-as-documents" mark=0.5 says="Two of the three"
def count_witnesses(sources):
    return {"texts": len(set(sources)), "documents": len(set(sources))}


praise = "C"

# %% wrong="counts-repeats" mark=1.25 says="named twice"
def count_witnesses(sources):
    return {"texts": len(sources), "documents": len({CARRIED_BY.get(source, source) for source in sources})}


praise = "C"

# %% wrong="page-apart" mark=1.25 says="itself is the document"
def count_witnesses(sources):
    pages = {"users" if source in CARRIED_BY else source for source in sources}
    if len(pages) == 2 and "listing_page" in pages and "users" in pages:
        pages = {"users"}
    return {"texts": len(set(sources)), "documents": len(pages)}


praise = "C"

# %% wrong="carried-only" mark=0.5 says="of its own"
def count_witnesses(sources):
    return {"texts": len(set(sources)), "documents": len({CARRIED_BY.get(source) for source in sources if source in CARRIED_BY})}


praise = "C"

# %% wrong="swapped" mark=0.5 says="swapped"
def count_witnesses(sources):
    pages = {CARRIED_BY.get(source, source) for source in sources}
    return {"texts": len(pages), "documents": len(set(sources))}


praise = "C"

# %% wrong="crash" mark=0.5 says="KeyError"
def count_witnesses(sources):
    pages = {CARRIED_BY[source] for source in sources}
    return {"texts": len(set(sources)), "documents": len(pages)}


praise = "C"

# %% wrong="sample-as-public" mark=1 says="Who chose"
def count_witnesses(sources):
    pages = {CARRIED_BY.get(source, source) for source in sources}
    return {"texts": len(set(sources)), "documents": len(pages)}


praise = "A"

# %% wrong="page-as-voice" mark=1 says="several voices"
def count_witnesses(sources):
    pages = {CARRIED_BY.get(source, source) for source in sources}
    return {"texts": len(set(sources)), "documents": len(pages)}


praise = "B"

# %% wrong="all-or-nothing" mark=1 says="still a viewer"
def count_witnesses(sources):
    pages = {CARRIED_BY.get(source, source) for source in sources}
    return {"texts": len(set(sources)), "documents": len(pages)}


praise = "D"

# %% wrong="type" mark=0.5 says="Expected a dict"
def count_witnesses(sources):
    return len(set(sources)), len({CARRIED_BY.get(source, source) for source in sources})


praise = "C"
