# ---
# jupyter:
#   sample_student:
#     name: Half Right
#     about: Gets the main case of most questions, and hears no counter-witness.
#     starts_from: release
#     score: 10.75
# ---

# %% [markdown]
# Half a point: a dash is counted as a word.

# %% grade_id="argument_q1_words"
def fits_five_words(quotation):
    words = quotation.split()
    return len(words) >= 1 and len(words) <= 5

# %% [markdown]
# Three quarters: the search stops at the first place.

# %% grade_id="argument_q2_where"
def where_is(quotation):
    for one in readings():
        for paragraph in one:
            if quotation.lower().replace("'", "’") in paragraph.text.lower():
                return [f"{paragraph.source} {paragraph.number}"]
    return []

# %% [markdown]
# One point: a belief and an interpretation are taken for facts.

# %% grade_id="argument_q3_raised"
sentences = {
    "score": "fits",
    "reason": "fits",
    "removal": "lowered",
    "pace": "fits",
    "hall": "fits",
    "share": "lowered",
}

# %% [markdown]
# A quarter: the first rung in the alphabet is taken.

# %% grade_id="argument_q4_rung"
def highest_rung(claims, source, paragraph):
    here = claims[(claims["source"] == source) & (claims["paragraph"] == paragraph)]
    if len(here) == 0:
        return None
    return here["certainty"].min()

# %% [markdown]
# Three quarters: a name that stands there twice counts twice, and the praise is taken for one voice.

# %% grade_id="argument_q5_documents"
def count_witnesses(sources):
    pages = []
    for source in sources:
        page = CARRIED_BY.get(source, source)
        if page not in pages:
            pages.append(page)
    return {"texts": len(sources), "documents": len(pages)}


praise = "B"

# %% [markdown]
# Three quarters: a text that was written too early is called as a witness, and a slip is taken for silence.

# %% grade_id="argument_q6_counter"
counter = {"blood": "user_blue_grotto", "target": "screen", "pace": "uk_review", "tickets": "screen"}
silence = "tickets"

# %% [markdown]
# Three quarters: a link is put into a viewer's mouth.

# %% grade_id="argument_q7_link"
linked_by = {
    "longing": "newschina",
    "emblem": "user_liangzihan",
    "passive": "uk_review",
    "audience": "screen",
}

# %% [markdown]
# One and a half: the labels are in no legend.

# %% grade_id="argument_q8_map"
heights = {"documented": 5, "reported": 4, "attributed": 3, "inferred": 2, "speculated": 1}
fig, ax = new_figure()
for stance in ["supports", "qualifies", "contradicts"]:
    rows = pieces[pieces["stance"] == stance]
    ax.scatter(rows["source"], rows["rung"].map(heights), label=stance)
ax.set_yticks([5, 4, 3, 2, 1], LADDER)
describe(fig, "Nine dots on five rungs.")

# %% [markdown]
# Four and a half: form and addresses are right; a rung is raised, and nobody is heard against the claims.

# %% grade_id="argument_q9_evidence"
evidence = [
    {"claim": 1, "part": "reception", "kind": "attributed", "statement": "A British reviewer finds it slow.",
     "source": "uk_review", "paragraph": "p2", "quotation": "glacially paced", "stance": "supports"},
    {"claim": 1, "part": "reception", "kind": "attributed", "statement": "A British reviewer finds it slow.",
     "source": "screen", "paragraph": "p10", "quotation": "patiently paced film", "stance": "qualifies"},
    {"claim": 2, "part": "censorship", "kind": "reported", "statement": "It was censored out of anger.",
     "source": "hollywood_reporter_repost", "paragraph": "p9", "quotation": "out of sympathy", "stance": "supports"},
    {"claim": 3, "part": "framing", "kind": "reported", "statement": "The villagers sit below the platform.",
     "source": "user_liangzihan", "paragraph": "p15", "quotation": "squatting under", "stance": "supports"},
]

# %% [markdown] grade_id="argument_q10_reading"
# The film was slow [uk_review p2] and was censored because of anger [hollywood_reporter_repost p9]. In the picture the
# villagers are below [user_liangzihan p15], and this is why the censors did not like it.
