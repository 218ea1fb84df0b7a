# ---
# jupyter:
#   return_to_dust:
#     unit: 5
#     title: Argument
#     minutes: 170
# ---

# %% [markdown]
# # Assignment 5: Argument
#
# Eleven questions, 30 points, about two hours and fifty minutes: 75 minutes for questions 1 to 8, and 95 minutes for
# your own reading of the film, in questions 9 to 11, which you can do at home. Questions 1 to 8 stand alone: you may
# do them in any order. Questions 9 to 11 share one subject, your own, but each is marked by itself.
#
# | | question | points | | | question | points |
# |---|---|---|---|---|---|---|
# | 1 | Five words | 1 | | 7 | Who makes the link? | 1 |
# | 2 | Where does it stand? | 2 | | 8 | An argument map | 2 |
# | 3 | Raised or not | 1.5 | | 9 | Your evidence table | 8 |
# | 4 | The highest rung | 1.5 | | 10 | Your reading (written) | 7 |
# | 5 | Texts and documents | 1.5 | | 11 | What would change your mind (written) | 3 |
# | 6 | Find the counter-witness | 1.5 | | | | |

# %% [markdown]
# ## How this works
#
# - Write where you see `# YOUR CODE HERE`, and delete the line `raise NotImplementedError()` below it.
# - Then run the cell, the one that tries it out, and the tests. You need not read the code of the tests. A test shows
#   one line for each *criterion*, with a reason where it is not met. You can change your answer and run the tests
#   again as often as you like.
# - Each criterion earns its own points, so a half-right answer earns something. A criterion of *form* earns nothing:
#   it says whether your answer has a form that can be marked. Whether the answer is right is decided when your work is
#   marked.
# - Some criteria are seen only when your work is marked: they try your function on other cases, or look at your table
#   by further rules. The tests say how many points these are worth.

# %% [markdown]
# ## Before you hand in
#
# Choose *Kernel → Restart Kernel and Run All Cells*: it stops at the first question that is still open. Then save,
# and press *Validate*.
#
# *Validate* runs all tests that you can see. It also reports a written answer as a failure as long as it is
# untouched. This does no harm: written answers are read and marked by a person.
#
# Readings and tables come from `reading("screen")` and `table("claims")`. An address such as [screen p10] names a
# reading and a paragraph. The *ladder of certainty* has five rungs, the surest first: `documented`, `reported`,
# `attributed`, `inferred`, `speculated`.

# %% kind="readonly" grade_id="argument_setup"
import pandas as pd

from return_to_dust import describe, keyword_in_context, new_figure, reading, readings, table
from return_to_dust.evidence import check_evidence, evidence_figure, evidence_in_words

LADDER = ["documented", "reported", "attributed", "inferred", "speculated"]

# %% [markdown] objectives="2"
# ## 1 Five words (1 point)
#
# A quotation in this course has one to five words. Write `fits_five_words(quotation)`, which returns True or False.
#
# A *word* is what stands between spaces and holds at least one letter or digit. So “well-earned” is one word, and a
# dash that stands alone is none. Nothing, or a dash alone, is no quotation.
#
# Examples: “deeply felt but glacially paced” [uk_review p2] fits; with “as a drama” before it, it has eight words and
# does not fit. “slow – and quiet” has three words.
#
# `"a b  c".split()` is `["a", "b", "c"]`. `letter.isalnum()` is True for a letter or a digit, and `any(…)` is True
# where at least one of several is.

# %% kind="answer" grade_id="argument_q1_words"
def fits_five_words(quotation):
    """Return True where a quotation has one to five words, and False elsewhere.

    >>> fits_five_words("glacially paced")
    True
    """
    ### BEGIN SOLUTION
    words = [run for run in quotation.split() if any(letter.isalnum() for letter in run)]
    return 1 <= len(words) <= 5
    ### END SOLUTION

# %%
fits_five_words("glacially paced"), fits_five_words("As a drama it is deeply felt")

# %% kind="tests" grade_id="argument_q1_words_test" points=1
from return_to_dust.checks import Question


def judged(c, result):
    """Return a result that is True or False."""
    c.that(result in (True, False), "The function should return True or False.", "type")
    return bool(result)


DASH = "A dash that stands alone is counted as a word."

q = Question("Five words", points=1)
with q.criterion("two and five words fit, six and eight do not", 0.25) as c:
    for text in ["glacially paced", "deeply felt but glacially paced"]:
        c.that(judged(c, fits_five_words(text)), "A quotation of five words or fewer is refused.", "refuses-short")
    for text in ["it is deeply felt but glacial", "as a drama deeply felt but glacially paced"]:
        c.that(not judged(c, fits_five_words(text)), "A quotation of six words or more is let through.", "lets-through")
with q.criterion("“one – two – three four” has four words and fits", 0.25) as c:
    c.that(judged(c, fits_five_words("one – two – three four")), DASH, "counts-dashes")
### BEGIN HIDDEN TESTS
with q.criterion("spaces, lines and hyphens in other quotations", 0.25, hidden=True) as c:
    for text in ["  in   her  own  words ", "a\nhard-working,\nwell-earned\trest", "as  deeply felt,\nun-hurried film"]:
        c.that(
            judged(c, fits_five_words(text)),
            "Words are counted wrongly where there are several spaces, line breaks, hyphens or signs.",
            "counts-spaces",
        )
    c.that(
        not judged(c, fits_five_words("one\ntwo three\nfour five six")),
        "A line break divides words as a space does.",
        "counts-spaces",
    )
with q.criterion("what has no word is no quotation", 0.25, hidden=True) as c:
    c.that(not judged(c, fits_five_words("")), "Nothing at all is let through.", "empty-fits")
    c.that(not judged(c, fits_five_words("   ")), "Spaces alone are let through.", "empty-fits")
    c.that(not judged(c, fits_five_words("– …")), "Signs without a letter or digit are let through.", "counts-dashes")
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="2"
# ## 2 Where does it stand? (2 points)
#
# Write `where_is(quotation)`. It returns a list of all addresses where the words stand, such as `["uk_review p2"]`:
# the reading, a space, the paragraph.
#
# - Capital and small letters do not matter.
# - The readings print a curved apostrophe (’); a straight one (') in the quotation means the same.
# - A paragraph is named once, also where the words stand in it twice.
# - Where the words stand nowhere, the list is empty.
#
# Example: “unexpected bond” stands in [hollywood_reporter_repost p6] and in [listing_page p3].
#
# The next cell shows how to go through all paragraphs. `text.lower()` makes letters small, `text.replace("’", "'")`
# replaces signs, and `"a" in "bat"` is True.

# %%
for one in readings():
    for paragraph in one:
        if paragraph.number == "p1":
            print(paragraph.source, paragraph.number, paragraph.text[:40])

# %% kind="answer" grade_id="argument_q2_where"
def where_is(quotation):
    """Return a list of the addresses where a quotation stands, such as ["screen p10"].

    >>> where_is("glacially paced")
    ['uk_review p2']
    """
    ### BEGIN SOLUTION
    def alike(text):
        return text.lower().replace("’", "'")

    return [
        f"{paragraph.source} {paragraph.number}"
        for one in readings()
        for paragraph in one
        if alike(quotation) in alike(paragraph.text)
    ]
    ### END SOLUTION

# %%
where_is("glacially paced"), where_is("unexpected bond")

# %% kind="tests" grade_id="argument_q2_where_test" points=2
from return_to_dust.checks import Mistake, Question

CASE = "Capital letters count here, and they should not."
BARE = "This is the paragraph alone: write the reading before it."

q = Question("Where does it stand?", points=2)
with q.criterion("“glacially paced” stands in one place", 0.5) as c:
    c.items(
        where_is("glacially paced"),
        ["uk_review p2"],
        mistakes=[
            Mistake(["p2"], "no-source", BARE),
            Mistake(["uk_review"], "no-paragraph", "This is the reading alone: write the paragraph behind it."),
            Mistake([], "finds-nothing", "The words are not found, although they stand there."),
        ],
    )
with q.criterion("“UNEXPECTED Bond” stands in two places", 0.5) as c:
    c.items(
        where_is("UNEXPECTED Bond"),
        ["hollywood_reporter_repost p6", "listing_page p3"],
        mistakes=[
            Mistake([], "case", CASE),
            Mistake(["hollywood_reporter_repost p6"], "stops-at-first", "The search stops at the first place."),
            Mistake(["listing_page p3"], "keeps-last", "Each place that is found replaces the one before."),
        ],
    )
### BEGIN HIDDEN TESTS
with q.criterion("other quotations, in other readings", 0.5, hidden=True) as c:
    for words, places in [
        ("On the global stage", ["hollywood_reporter_repost p9"]),
        ("less than a quarter", ["user_liangzihan p15"]),
        ("industry insiders", ["newschina p9", "newschina p32"]),
    ]:
        c.items(
            where_is(words),
            places,
            mistakes=[
                Mistake([], "case", "A capital letter, in the quotation or in the text, hides a place."),
                Mistake(places[:1], "stops-at-first", "The search stops at the first place."),
            ],
            hint="The words are not found at the places where they stand, or at others as well.",
        )
with q.criterion("an apostrophe of the keyboard", 0.25, hidden=True) as c:
    c.items(
        where_is("can't leave"),
        ["newschina p13"],
        mistakes=[Mistake([], "apostrophe", "A straight apostrophe finds nothing, where a curved one stands.")],
    )
with q.criterion("words that stand nowhere, and words that stand twice in a paragraph", 0.25, hidden=True) as c:
    c.items(where_is("banned for ever"), [], hint="Words that stand nowhere should give an empty list.")
    c.items(
        where_is("official end"),
        [],
        hint="Words that stand nowhere together should give an empty list, even if each of them stands somewhere.",
    )
    c.items(
        where_is("silently"),
        ["newschina p3", "newschina p28"],
        mistakes=[Mistake(["newschina p3"], "stops-at-first", "The search stops at the first place.")],
        hint="A word does not come out right that stands in two paragraphs.",
    )
    c.items(
        where_is("second uncle"),
        ["newschina p39", "newschina p40", "newschina p41"],
        hint="A paragraph should be named once, also where the words stand in it twice.",
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="1"
# ## 3 Raised or not (1.5 points)
#
# Six sentences from students' readings, each with its evidence. Does the sentence stand on the rung on which the
# witness states the matter? Fill the dict `sentences` with `"fits"`, `"raised"` (the sentence is surer than the
# witness) or `"lowered"` (the witness is surer than the sentence).
#
# | | a student writes | evidence |
# |---|---|---|
# | `"score"` | Douban's users gave the film 8.5 of 10. | [newschina p8] |
# | `"reason"` | The censors acted since they felt with those who attacked the film. | [hollywood_reporter_repost p9] |
# | `"removal"` | Some suppose that the film left China's cinemas. | [hollywood_reporter_repost p8] |
# | `"pace"` | For the UK review the film is far too slow. | [uk_review p2] |
# | `"hall"` | The hall in the picture stands for a state that reaches everywhere. | [user_liangzihan p16] |
# | `"share"` | A viewer guesses that the villagers have under a quarter of the screen. | [user_liangzihan p15] |

# %% kind="answer" grade_id="argument_q3_raised"
# sentences = {"score": "…", "reason": "…", "removal": "…", "pace": "…", "hall": "…", "share": "…"}
### BEGIN SOLUTION
sentences = {
    "score": "fits",
    "reason": "raised",
    "removal": "lowered",
    "pace": "fits",
    "hall": "raised",
    "share": "lowered",
}
### END SOLUTION

# %%
print(reading("hollywood_reporter_repost")["p9"])
print(reading("user_liangzihan")["p16"])

# %% kind="tests" grade_id="argument_q3_raised_test" points=1.5
from return_to_dust.checks import Mistake, Question

q = Question("Raised or not", points=1.5)
with q.criterion("`sentences` has the six entries and uses the three words", 0) as c:
    for name in ["score", "reason", "removal", "pace", "hall", "share"]:
        c.text(
            c.entry(sentences, name), ["fits", "raised", "lowered"], hint=f'For "{name}", use one of the three words.'
        )
### BEGIN HIDDEN TESTS
with q.criterion("the score", 0.25, hidden=True) as c:
    c.text(
        c.entry(sentences, "score"),
        "fits",
        mistakes=[Mistake("raised", "doubts-documents", "A platform's figure is named together with the platform.")],
        hint="The witness names the platform, and so does the sentence.",
    )
with q.criterion("the reason", 0.25, hidden=True) as c:
    c.text(
        c.entry(sentences, "reason"),
        "raised",
        mistakes=[Mistake("fits", "belief-as-fact", "Who holds this, by the paragraph, and is it known or believed?")],
        hint="Who holds this, by the paragraph, and is it known or believed?",
    )
with q.criterion("the removal", 0.25, hidden=True) as c:
    c.text(
        c.entry(sentences, "removal"),
        "lowered",
        mistakes=[
            Mistake("fits", "removal-as-rumour", "How sure of the removal is the witness? The reason is a belief."),
            Mistake("raised", "which-way", "Which of the two is surer, the sentence or the witness?"),
        ],
    )
with q.criterion("the pace", 0.25, hidden=True) as c:
    c.text(
        c.entry(sentences, "pace"),
        "fits",
        mistakes=[Mistake("raised", "verdict-without-speaker", "Does the sentence say whose verdict this is?")],
        hint="Does the sentence say whose verdict this is, as the witness does?",
    )
with q.criterion("the hall", 0.25, hidden=True) as c:
    c.text(
        c.entry(sentences, "hall"),
        "raised",
        mistakes=[Mistake("fits", "reading-as-fact", "A small word shows that this is one viewer's interpretation.")],
        hint="Is this described or interpreted, and how surely?",
    )
with q.criterion("the share of the screen", 0.25, hidden=True) as c:
    c.text(
        c.entry(sentences, "share"),
        "lowered",
        mistakes=[
            Mistake("fits", "description-as-guess", "Does the viewer guess here, or describe?"),
            Mistake("raised", "which-way", "Which of the two is surer, the sentence or the witness?"),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="1"
# ## 4 The highest rung (1.5 points)
#
# The table `table("claims")` says for each coded claim how sure its witness is. In one paragraph there can be claims
# on several rungs: in [hollywood_reporter_repost p9] some is reported, some is attributed, some is believed.
#
# Write `highest_rung(claims, source, paragraph)`. It returns the surest `certainty` that any claim of this paragraph
# has, as text, or `None` where the table has no claim there. The list `LADDER` has the rungs, the surest first.
#
# Example: for the table `four` below, `highest_rung(four, "screen", "p5")` is `"reported"`.
#
# Choose rows with two conditions, as in `claims[(claims["source"] == "screen") & (claims["paragraph"] == "p5")]`.
# `LADDER.index("reported")` is 1.

# %%
four = pd.DataFrame({
    "source": ["screen", "screen", "screen", "uk_review"],
    "paragraph": ["p5", "p5", "p8", "p5"],
    "certainty": ["speculated", "reported", "inferred", "documented"],
})
four

# %% kind="answer" grade_id="argument_q4_rung"
def highest_rung(claims, source, paragraph):
    """Return the surest certainty of the claims in a paragraph, or None where there is none.

    Useful: `LADDER`, which has the rungs from the surest to the least sure.
    """
    ### BEGIN SOLUTION
    here = claims[(claims["source"] == source) & (claims["paragraph"] == paragraph)]
    found = set(here["certainty"])
    for rung in LADDER:
        if rung in found:
            return rung
    return None
    ### END SOLUTION

# %%
highest_rung(four, "screen", "p5"), highest_rung(four, "screen", "p2")

# %% kind="tests" grade_id="argument_q4_rung_test" points=1.5
import pandas as pd

from return_to_dust import table as course_table
from return_to_dust.checks import Mistake, Question

READING_ONLY = "A claim of another reading is counted: both conditions are needed."
SOURCE_ONLY = "A claim of another paragraph is counted: both conditions are needed."
ALPHABET = "This is the first rung in the alphabet, and not the surest."
LOWEST = "This is the least sure rung."
RUNGS = ["documented", "reported", "attributed", "inferred", "speculated"]
small = pd.DataFrame({
    "source": ["screen", "screen", "screen", "uk_review", "newschina", "newschina"],
    "paragraph": ["p5", "p5", "p8", "p5", "p1", "p1"],
    "certainty": ["speculated", "reported", "inferred", "documented", "attributed", "documented"],
})

q = Question("The highest rung", points=1.5)
with q.criterion("a paragraph with two claims, and one with a single claim", 0.5) as c:
    c.text(
        highest_rung(small.copy(), "screen", "p5"),
        "reported",
        mistakes=[
            Mistake("speculated", "lowest-or-first", "This is the least sure rung, or the first row."),
            Mistake("documented", "one-condition", READING_ONLY),
        ],
    )
    c.text(
        highest_rung(small.copy(), "screen", "p8"),
        "inferred",
        mistakes=[Mistake("reported", "one-condition", SOURCE_ONLY)],
    )
    c.text(
        highest_rung(small.copy(), "newschina", "p1"),
        "documented",
        mistakes=[Mistake("attributed", "alphabet", ALPHABET)],
    )
with q.criterion("a paragraph without a claim gives None", 0.25) as c:
    result = highest_rung(small.copy(), "screen", "p2")
    c.that(result is None, "Where the table has no claim, the result should be None.", "not-none")
### BEGIN HIDDEN TESTS
with q.criterion("every paragraph of the course that has a claim", 0.5, hidden=True) as c:
    everything = course_table("claims")
    for (reading_id, number), rows in everything.groupby(["source", "paragraph"]):
        steps = set(rows["certainty"])
        right = next(step for step in RUNGS if step in steps)
        c.text(
            highest_rung(everything.copy(), reading_id, number),
            right,
            mistakes=[
                Mistake(min(steps), "alphabet", ALPHABET),
                Mistake([step for step in RUNGS if step in steps][-1], "lowest-or-first", LOWEST),
                Mistake(rows["certainty"].iloc[0], "lowest-or-first", "This is the first row of the paragraph."),
            ],
            hint="A paragraph of the course does not come out right.",
        )
with q.criterion("the order of the rows does not matter, and an empty table gives None", 0.25, hidden=True) as c:
    turned = everything.iloc[::-1].reset_index(drop=True)
    c.text(
        highest_rung(turned.copy(), "hollywood_reporter_repost", "p9"),
        "reported",
        hint="With the rows in another order the result is another one.",
    )
    empty = everything.iloc[:0].copy()
    c.that(highest_rung(empty, "screen", "p5") is None, "An empty table does not give None.", "not-none")
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="4"
# ## 5 Texts and documents (1.5 points)
#
# The three user reviews reached us on one web page, together with the page's own text [listing_page p6]. Each has an
# author of its own, but what the page carries, somebody chose. The dict `CARRIED_BY` below says which texts came on
# another text's page; every other text is a document of its own.
#
# Write `count_witnesses(sources)`. It gets a list of names of readings, in which a name may stand more than once. It
# returns a dict with two whole numbers: `"texts"`, how many different readings these are, and `"documents"`, on how
# many different pages they came.
#
# Example: `count_witnesses(["user_liangzihan", "user_blue_grotto", "screen"])` is `{"texts": 3, "documents": 2}`.
#
# `CARRIED_BY.get("screen", "screen")` looks a name up, and gives the second name back where there is no entry. `set(…)`
# keeps each name once.
#
# `praise`: all three users give the film 9 or 10 of 10 [listing_page p6]. What do these reviews support?
#
# - **A** Viewers as a rule liked the film: of three who were heard, three did.
# - **B** One voice liked the film: what stands on one page is one witness, whoever wrote it.
# - **C** Three viewers liked the film; how other viewers felt, three reviews that somebody chose do not tell.
# - **D** Nothing: such viewers are not known by name, and so they witness nothing.
#
# The answer cell has two places to fill in.

# %% kind="readonly" grade_id="argument_q5_given"
CARRIED_BY = {
    "user_wurideflame": "listing_page",
    "user_liangzihan": "listing_page",
    "user_blue_grotto": "listing_page",
}

# %% kind="answer" grade_id="argument_q5_documents"
def count_witnesses(sources):
    """Return how many different texts and how many different documents a list of names stands for.

    >>> count_witnesses(["user_liangzihan", "user_blue_grotto", "screen"])
    {'texts': 3, 'documents': 2}
    """
    ### BEGIN SOLUTION
    pages = {CARRIED_BY.get(source, source) for source in sources}
    return {"texts": len(set(sources)), "documents": len(pages)}
    ### END SOLUTION


# praise = "A", "B", "C" or "D"
### BEGIN SOLUTION
praise = "C"
### END SOLUTION

# %%
count_witnesses(["user_liangzihan", "user_blue_grotto", "screen"])

# %% kind="tests" grade_id="argument_q5_documents_test" points=1.5
from return_to_dust.checks import Mistake, Question

q = Question("Texts and documents", points=1.5)
with q.criterion("two users and Screen are three texts in two documents", 0.5) as c:
    c.mapping(
        count_witnesses(["user_liangzihan", "user_blue_grotto", "screen"]),
        {"texts": 3, "documents": 2},
        mistakes=[
            Mistake({"texts": 3, "documents": 3}, "texts-as-documents", "Two of the three came on one page."),
            Mistake({"texts": 2, "documents": 3}, "swapped", "The two numbers are swapped."),
            Mistake({"texts": 3, "documents": 1}, "carried-only", "Screen is a document of its own."),
        ],
    )
with q.criterion("`praise` is a letter from A to D", 0) as c:
    c.text(praise, ["A", "B", "C", "D"], hint='Write one of the letters in quotation marks, such as "A".')
### BEGIN HIDDEN TESTS
with q.criterion("the page and a text that it carries, a name that stands there twice", 0.25, hidden=True) as c:
    c.mapping(
        count_witnesses(["listing_page", "user_wurideflame"]),
        {"texts": 2, "documents": 1},
        mistakes=[
            Mistake({"texts": 2, "documents": 2}, "texts-as-documents", "The page and its reviews are one document.")
        ],
    )
    c.mapping(
        count_witnesses(["screen", "uk_review", "screen"]),
        {"texts": 2, "documents": 2},
        mistakes=[Mistake({"texts": 3, "documents": 2}, "counts-repeats", "A text that is named twice is one text.")],
        hint="A text that is named twice is one text.",
    )
with q.criterion("no text at all, and all eight readings", 0.25, hidden=True) as c:
    c.mapping(count_witnesses([]), {"texts": 0, "documents": 0}, hint="No text at all does not come out right.")
    c.mapping(
        count_witnesses([
            *["hollywood_reporter_repost", "listing_page", "newschina", "screen"],
            *["uk_review", "user_blue_grotto", "user_liangzihan", "user_wurideflame"],
        ]),
        {"texts": 8, "documents": 5},
        mistakes=[
            Mistake({"texts": 8, "documents": 8}, "texts-as-documents", "Some of the eight came on one page."),
            Mistake({"texts": 8, "documents": 6}, "page-apart", "The page itself is the document that carries them."),
        ],
    )
with q.criterion("what the three reviews support", 0.5, hidden=True) as c:
    c.text(
        praise,
        "C",
        mistakes=[
            Mistake("A", "sample-as-public", "Who chose the three, and how many were not chosen?"),
            Mistake("B", "page-as-voice", "One document can carry several voices."),
            Mistake("D", "all-or-nothing", "A viewer without a name is still a viewer."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="3"
# ## 6 Find the counter-witness (1.5 points)
#
# For each claim, one of the readings beside it is a *counter-witness*: it contradicts the claim, limits it, or is
# silent where it should have spoken, since it names other things of this kind and could have known of this one. The
# others say the same, could not know, or speak of something else. Fill the dict `counter` with names of readings.
#
# | | claim | choose from |
# |---|---|---|
# | `"blood"` | Ma's rare blood adds to what he has to bear [newschina p20]. | `screen`, `user_blue_grotto`, `user_liangzihan` |
# | `"target"` | The film takes aim at the Chinese state [uk_review p3]. | `hollywood_reporter_repost`, `screen`, `user_liangzihan`, `user_blue_grotto` |
# | `"pace"` | That the film takes its time is a strength [screen p10]. | `newschina`, `uk_review`, `user_wurideflame`, `listing_page` |
# | `"tickets"` | More than 100 million tickets were sold [user_liangzihan p2]. | `screen`, `uk_review`, `newschina`, `user_blue_grotto` |
#
# `silence`: for which of the four claims is the counter-witness *silent*? Write `"blood"`, `"target"`, `"pace"` or
# `"tickets"`.

# %% kind="answer" grade_id="argument_q6_counter"
# counter = {"blood": "…", "target": "…", "pace": "…", "tickets": "…"}
# silence = "blood", "target", "pace" or "tickets"
### BEGIN SOLUTION
counter = {"blood": "user_blue_grotto", "target": "screen", "pace": "uk_review", "tickets": "newschina"}
silence = "blood"
### END SOLUTION

# %%
claims = table("claims")
claims[claims["topic"].isin(["style", "box_office"])][["source", "paragraph", "statement", "certainty"]]

# %% kind="tests" grade_id="argument_q6_counter_test" points=1.5
from return_to_dust import source_ids
from return_to_dust.checks import Mistake, Question

q = Question("Find the counter-witness", points=1.5)
with q.criterion("`counter` has four names of readings, `silence` one of the four claims", 0) as c:
    for name in ["blood", "target", "pace", "tickets"]:
        c.text(c.entry(counter, name), source_ids(), hint=f'For "{name}", write the name of a reading.')
    c.text(silence, ["blood", "target", "pace", "tickets"], hint="Write one of the four words.")
### BEGIN HIDDEN TESTS
with q.criterion("the blood", 0.25, hidden=True) as c:
    c.text(
        c.entry(counter, "blood"),
        "user_blue_grotto",
        mistakes=[
            Mistake("screen", "same-side", "This review tells what the blood brings upon Ma: read p7."),
            Mistake("user_liangzihan", "same-side", "What do the villagers make of this blood? Read p13 and p14."),
            Mistake("newschina", "same-side", "This is the reading that makes the claim."),
        ],
        hint="Choose one of the readings that stand beside the claim.",
    )
with q.criterion("the target", 0.25, hidden=True) as c:
    c.text(
        c.entry(counter, "target"),
        "screen",
        mistakes=[
            Mistake("hollywood_reporter_repost", "same-side", "A critic speaks of a critique there: read p13."),
            Mistake("user_liangzihan", "same-side", "This viewer sees the state criticised too: read p16 and p18."),
            Mistake("user_blue_grotto", "same-side", "This viewer blames society too: read p6."),
        ],
    )
with q.criterion("the pace", 0.25, hidden=True) as c:
    c.text(
        c.entry(counter, "pace"),
        "uk_review",
        mistakes=[
            Mistake("newschina", "another-matter", "It speaks of time in the film, and not of its pace as a fault."),
            Mistake("user_wurideflame", "another-matter", "Two paragraphs on the story: nothing there is about pace."),
            Mistake("listing_page", "another-matter", "A page of files and figures has no reason to speak of pace."),
        ],
    )
with q.criterion("the tickets", 0.25, hidden=True) as c:
    c.text(
        c.entry(counter, "tickets"),
        "newschina",
        mistakes=[
            Mistake("screen", "could-not-know", "When was this text written? There were no tickets yet."),
            Mistake("uk_review", "another-matter", "This review says nothing of figures, and need not."),
            Mistake("user_blue_grotto", "another-matter", "This viewer says nothing of figures, and need not."),
        ],
    )
with q.criterion("where the counter-witness is silent", 0.5, hidden=True) as c:
    c.text(
        silence,
        "blood",
        mistakes=[
            Mistake("tickets", "other-unit-as-silence", "There the same number has another unit: is this silence?"),
            Mistake("target", "contradiction-as-silence", "There the counter-witness says something on the matter."),
            Mistake("pace", "contradiction-as-silence", "There the counter-witness says something on the matter."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="5"
# ## 7 Who makes the link? (1 point)
#
# An essay joins what the film shows, how it was received and what happened to it. Some links are made by a witness;
# others are made only by the writer of the essay, who must then say so. In which text are these made, by its author
# or by somebody whose words it passes on? Fill the dict `linked_by` with `"hollywood_reporter_repost"`, `"newschina"`,
# `"screen"`, `"uk_review"`, `"user_liangzihan"` or `"nobody"`.
#
# - `"longing"`: that so many liked the film shows what viewers in China wish to see on screen.
# - `"emblem"`: the emblem that is only half seen was a reason for taking the film out of cinemas.
# - `"passive"`: since the two leading figures let things happen to them, one notices how long the film is.
# - `"audience"`: because the director wishes for viewers in China, politics stays at the edge of his films.
#
# Where to look: [hollywood_reporter_repost p7, p9], [newschina p34, p40], [screen p8, p10], [uk_review p3, p6],
# [user_liangzihan p3, p16, p18].

# %% kind="answer" grade_id="argument_q7_link"
# linked_by = {"longing": "…", "emblem": "…", "passive": "…", "audience": "…"}
### BEGIN SOLUTION
linked_by = {
    "longing": "newschina",
    "emblem": "nobody",
    "passive": "uk_review",
    "audience": "screen",
}
### END SOLUTION

# %%
print(reading("user_liangzihan")["p16"])
print(reading("user_liangzihan")["p18"])

# %% kind="tests" grade_id="argument_q7_link_test" points=1
from return_to_dust.checks import Mistake, Question

q = Question("Who makes the link?", points=1)
with q.criterion("`linked_by` has the four links and uses the six names", 0) as c:
    for link in ["longing", "emblem", "passive", "audience"]:
        c.text(
            c.entry(linked_by, link),
            ["hollywood_reporter_repost", "newschina", "screen", "uk_review", "user_liangzihan", "nobody"],
            hint=f'For "{link}", use one of the six names.',
        )
### BEGIN HIDDEN TESTS
THERE = "A text makes this link, in one sentence: read the paragraphs again."
WISHES = "It tells that people liked the film. Does it say what this shows about their wishes?"
with q.criterion("the longing", 0.25, hidden=True) as c:
    c.text(
        c.entry(linked_by, "longing"),
        "newschina",
        mistakes=[
            Mistake("nobody", "overlooks-link", THERE),
            Mistake("hollywood_reporter_repost", "event-without-link", WISHES),
            Mistake("user_liangzihan", "event-without-link", WISHES),
        ],
        hint="Where is the success of the film said to tell something about its viewers?",
    )
with q.criterion("the emblem", 0.25, hidden=True) as c:
    c.text(
        c.entry(linked_by, "emblem"),
        "nobody",
        mistakes=[
            Mistake("user_liangzihan", "invents-link", "This viewer tells of both, in two places. Who joins them?"),
            Mistake("hollywood_reporter_repost", "invents-link", "Does this witness speak of any picture in the film?"),
        ],
        hint="Does this witness join the picture and the removal?",
    )
with q.criterion("the passive figures", 0.25, hidden=True) as c:
    c.text(
        c.entry(linked_by, "passive"),
        "uk_review",
        mistakes=[
            Mistake("nobody", "overlooks-link", THERE),
            Mistake("screen", "opposite", "For this witness the film is patient. Is that a complaint?"),
        ],
        hint="Which text tells how long the film feels, and why?",
    )
with q.criterion("the audience", 0.25, hidden=True) as c:
    c.text(
        c.entry(linked_by, "audience"),
        "screen",
        mistakes=[
            Mistake("nobody", "overlooks-link", THERE),
            Mistake("uk_review", "opposite", "This witness sees politics in the middle, and not at the edge."),
        ],
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="1 3"
# ## 8 An argument map (2 points)
#
# How was the film received? The table `pieces` has nine pieces of evidence for the claim that it was praised
# [hollywood_reporter_repost p2], each
# with its source, its paragraph, the rung on which the witness states it, and its stance to the claim.
#
# Draw a map: sources side by side on the horizontal axis, the five rungs on the vertical axis with `documented` on
# top, and a mark for each piece. Draw each stance with an `ax.scatter` of its own, with its own `marker` and `label`,
# and say in a legend what the marks mean.
#
# - `ax.scatter(x, y, marker="x", label="contradicts")` takes lists of places; `x` can be the names of the sources.
# - The height of a rung is a number, such as 5 for `documented` and 1 for `speculated`.
#   `ax.set_yticks([1, 2], ["low", "high"])` writes words at the heights 1 and 2. The next cell shows it on a farm.
# - If the names are crowded, try `ax.tick_params(axis="x", rotation=30)`. Two pieces may lie on the same spot.
#
# Keep the names `fig` and `ax`. End the cell with `describe(fig, "…")`.

# %% kind="readonly" grade_id="argument_q8_given"
pieces = pd.DataFrame(
    [
        ("listing_page", "p2", "documented", "supports"),
        ("newschina", "p8", "documented", "supports"),
        ("newschina", "p35", "reported", "supports"),
        ("newschina", "p35", "attributed", "contradicts"),
        ("user_liangzihan", "p3", "attributed", "contradicts"),
        ("screen", "p3", "inferred", "supports"),
        ("uk_review", "p8", "inferred", "supports"),
        ("uk_review", "p2", "inferred", "qualifies"),
        ("uk_review", "p9", "speculated", "contradicts"),
    ],
    columns=["source", "paragraph", "rung", "stance"],
)

# %%
farm_fig, farm_ax = new_figure(4, 2)
farm_ax.scatter(["hen", "donkey"], [1, 2], marker="s", label="seen")
farm_ax.scatter(["hen"], [2], marker="x", label="heard")
farm_ax.set_yticks([1, 2], ["low", "high"])
farm_ax.legend()
describe(farm_fig, "Two squares and a cross: a hen seen low and heard high, a donkey seen high.")

# %% kind="answer" grade_id="argument_q8_map"
# fig, ax = new_figure()
### BEGIN SOLUTION
heights = {rung: 5 - i for i, rung in enumerate(LADDER)}
markers = {"supports": "o", "qualifies": "D", "contradicts": "X"}
fig, ax = new_figure()
for stance, marker in markers.items():
    rows = pieces[pieces["stance"] == stance]
    ax.scatter(rows["source"], rows["rung"].map(heights), s=80, marker=marker, label=stance)
ax.set_yticks(list(heights.values()), list(heights))
ax.tick_params(axis="x", rotation=20)
ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
describe(
    fig,
    "A map of nine pieces of evidence. The listing page and NewsChina support the praise with documents; NewsChina "
    "also reports it. Screen supports it by its own verdict; the UK review supports and qualifies it. Three pieces "
    "contradict it: two are attributed to others, in NewsChina and liangzihan, and one is a forecast of the UK review.",
    "The surest evidence is praise in figures; the blame is told of others or expected.",
)
### END SOLUTION

# %% kind="tests" grade_id="argument_q8_map_test" points=2
from return_to_dust.checks import Question

NOTHING = "The figure is empty: did the cell above stop with an error before it drew anything?"
WORDS = ["documented", "reported", "attributed", "inferred", "speculated"]


def series(c, axes):
    """Return the marks of each series that is drawn, as a list of lists of (x, height)."""
    plain = c.axes(axes)
    scattered = any(one["x"] for one in plain["points"])  # then a line is decoration, and no series of marks
    drawn = [list(zip(one["x"], one["y"], strict=True)) for one in plain["points" if scattered else "lines"]]
    c.that(any(drawn), NOTHING, "empty-figure")
    return [marks for marks in drawn if marks]


def said(plain, *places):
    """Return the words at some places of a figure, in small letters."""
    return " ".join(text for place in places for text in plain[place]).casefold()


q = Question("An argument map", points=2)
with q.criterion("nine marks are drawn", 0.25) as c:
    count = sum(len(marks) for marks in series(c, ax))
    c.that(count == 9, f"There are {count} marks, but nine pieces of evidence.", "mark-count")
with q.criterion("a legend or a text names the three stances", 0.5) as c:
    series(c, ax)
    spoken = said(c.axes(ax), "legend", "texts")
    for stance_word in ["support", "qualif", "contradict"]:
        c.that(
            stance_word in spoken,
            "Not every stance is named in the figure; a label is seen only if there is a legend.",
            "no-legend",
        )
with q.criterion("the axes name the five rungs and the sources", 0.25) as c:
    series(c, ax)
    plain = c.axes(ax)
    at_side, below = said(plain, "yticklabels", "texts"), said(plain, "xticklabels", "texts")
    c.that(all(word in at_side for word in WORDS), "Not every rung is named at the vertical axis.", "no-rungs")
    for letters in ["listing", "china", "liangzihan", "screen", "uk"]:
        c.that(letters in below, "Not every source is named at the horizontal axis.", "no-sources")
### BEGIN HIDDEN TESTS


def levels(c, axes):
    """Return how many marks lie at each height, from the bottom of the figure to its top."""
    heights = [height for marks in series(c, axes) for _, height in marks]
    counts = [heights.count(height) for height in sorted(set(heights))]
    low, high = c.axes(axes)["ylim"]
    return counts if low < high else counts[::-1]


with q.criterion("each piece lies on its rung, the surest on top", 0.5, hidden=True) as c:
    found = levels(c, ax)
    c.that(
        found != [2, 1, 2, 3, 1],
        "The ladder stands upside down: the surest rung belongs on top.",
        "upside-down",
    )
    c.that(len(found) == 5, "The marks do not lie at five different heights, one for each rung.", "level-count")
    c.that(found == [1, 3, 2, 1, 2], "Not every piece lies on its own rung: is the order that of the ladder?", "order")
with q.criterion("each stance has marks of its own", 0.5, hidden=True) as c:
    sizes = sorted(len(marks) for marks in series(c, ax))
    c.that(sizes != [9], "All marks are one series, so that their shapes do not differ.", "one-series")
    c.that(sizes == [1, 3, 5], "The marks are not divided as the stances are.", "other-groups")
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="1 2 3"
# ## 9 Your evidence table (8 points)
#
# Choose a subject of your own that ties reception, censorship and framing together, and collect evidence for the
# written reading in question 10. Put it into a table `evidence`: a DataFrame, or a list of dicts, one for each row. A
# row is *one* piece of evidence.
#
# | column | holds |
# |---|---|
# | `claim` | a number or a short name for your claim |
# | `part` | `reception`, `censorship` or `framing` |
# | `kind` | the rung on which *you* state the claim: one of `LADDER` |
# | `statement` | the claim in your own words, the same in all its rows |
# | `source`, `paragraph` | the address, such as `"screen"`, `"p1"` |
# | `quotation` | one to five words that stand there |
# | `stance` | `supports`, `qualifies`, `contradicts` or `silent` |

# %% [markdown]
# What the table needs:
#
# - at least three claims, and at least one each for reception, censorship and framing;
# - for each claim a row that supports it, and a counter-witness: another source that qualifies it, contradicts it, or
#   is silent;
# - at least one row `silent`: a source that does not speak of the matter, and could have known of it. There
#   `quotation` may be empty; `paragraph` says where the words would have stood. It may be empty too, unless the source
#   speaks of the same topic elsewhere;
# - no claim on a higher rung than the surest words that support it. What a witness concludes for itself, such as
#   “glacially paced” [uk_review p2], is at most `attributed`, since the witness is its speaker;
# - support for framing from paragraphs that describe scenes, shots or images, such as [user_liangzihan p8].
#
# The table may have one more column, `rests_on`, for a measure of a diagram, such as
# `"mirror_donkey:height_in_frame"`. In `table("regions")` the basis of this value must not be `constructed`.

# %% [markdown]
# The next cell checks a table with one claim; what it finds is what is still missing. You may check yours with
# `check_evidence(evidence)` in a cell of your own, as often as you like. The tests below look at its form and its
# quotations. All other rules, worth 4.5 points, are applied when your work is marked.

# %%
running_time = "The film takes a little over two hours."
example = [
    {"claim": "length", "part": "reception", "kind": "documented", "statement": running_time,
     "source": "screen", "paragraph": "p1", "quotation": "131 minutes", "stance": "supports"},
    {"claim": "length", "part": "reception", "kind": "documented", "statement": running_time,
     "source": "listing_page", "paragraph": "p5", "quotation": "2 hr 8 min", "stance": "qualifies"},
]
check_evidence(example)

# %% kind="answer" grade_id="argument_q9_evidence"
# evidence = a DataFrame, or a list of dicts as in the example
### BEGIN SOLUTION
columns = ["claim", "part", "kind", "source", "paragraph", "quotation", "stance"]
rows = [
    ("1", "reception", "attributed", "newschina", "p36", "strikingly realistic", "supports"),
    ("1", "reception", "attributed", "hollywood_reporter_repost", "p9", "backward", "contradicts"),
    ("1", "reception", "attributed", "user_liangzihan", "p3", "smearing rural China", "contradicts"),
    ("2", "censorship", "reported", "hollywood_reporter_repost", "p8", "official statement", "supports"),
    ("2", "censorship", "reported", "user_liangzihan", "p18", "official explanation", "supports"),
    ("2", "censorship", "reported", "newschina", "p33", "September 30 as the end", "silent"),
    ("3", "framing", "attributed", "user_liangzihan", "p15", "unequal power", "supports"),
    ("3", "framing", "attributed", "screen", "p8", "keeps politics on the periphery", "qualifies"),
]
evidence = pd.DataFrame(rows, columns=columns)
evidence["statement"] = evidence["claim"].map({
    "1": "A viewer who knows such villages finds the film close to them.",
    "2": "The film was gone from Chinese cinemas, and no office said why.",
    "3": "For one viewer, high and low places in a picture show who has power in the village.",
})
### END SOLUTION

# %%
map_figure, map_axes = evidence_figure(evidence)
describe(map_figure, evidence_in_words(evidence))

# %% kind="tests" grade_id="argument_q9_evidence_test" points=8
from return_to_dust import CourseError
from return_to_dust.checks import Question
from return_to_dust.evidence import check_evidence as checked
from return_to_dust.evidence.rows import as_frame, by_claim, pieces_of

PLACE_RULES = {"cells", "paragraph", "length", "quotation"}


def findings(c, table):
    """Return what the check finds in a student's table, as a list of dicts; refuse what is no table."""
    try:
        return checked(table).to_dict("records")
    except CourseError as error:
        reason = str(error)
    c.that(False, reason, "type")


def claims_of(table):
    """Return the rows of each claim, as the check reads them."""
    return list(by_claim(pieces_of(as_frame(table))).values())


def grounded(c, table):
    """Return the findings, once there is enough of a table to look at."""
    found = findings(c, table)
    loose = {fault["row"] for fault in found if fault["rule"] in PLACE_RULES}
    held = [any(p.stance == "supports" and p.row not in loose for p in rows) for rows in claims_of(table)]
    enough = sum(held) >= 2
    c.that(enough, "Begin with two claims, each supported by a quotation that stands at its address.", "too-little")
    return found


def keeps(c, found, rules):
    """Require that no fault of these rules was found; the first is told to the student."""
    for fault in found:
        if fault["rule"] in rules:
            row = fault["row"]
            where = f"Row {row}: " if isinstance(row, int) else ""
            c.that(False, where + fault["says"], fault["rule"].replace(" ", "-"))


q = Question("Your evidence table", points=8)
with q.criterion("the columns are there, and the cells hold the words of the course", 0.5) as c:
    keeps(c, findings(c, evidence), {"columns", "cells", "choices"})
    c.that(len(claims_of(evidence)) > 0, "There is no claim in the table.", "claims")
with q.criterion("there are three claims or more, and all three parts", 1) as c:
    keeps(c, findings(c, evidence), {"claims", "parts"})
with q.criterion("every paragraph exists, every quotation has one to five words", 0.5) as c:
    keeps(c, grounded(c, evidence), {"paragraph", "length"})
with q.criterion("every quotation stands in its paragraph", 1) as c:
    keeps(c, grounded(c, evidence), {"quotation"})
with q.criterion("each claim has one statement in your own words, and a row that supports it", 0.5) as c:
    keeps(c, grounded(c, evidence), {"one claim", "own words", "repeated", "support"})
    c.that(all(p.statement for rows in claims_of(evidence) for p in rows), "A row has no statement.", "no-statement")
### BEGIN HIDDEN TESTS


def keeps_unseen(c, found, rule, reason, mistake):
    """Require that no fault of a rule was found, in words that name no cell."""
    c.that(not any(fault["rule"] == rule for fault in found), reason, mistake)


with q.criterion("no claim stands higher than its evidence carries", 1.5, hidden=True) as c:
    keeps_unseen(
        c,
        grounded(c, evidence),
        "raised",
        "A claim is stated more surely than any of its witnesses says it: look at who speaks, and how surely.",
        "raised-rung",
    )
with q.criterion("each claim hears a counter-witness from another source", 1, hidden=True) as c:
    keeps_unseen(
        c,
        grounded(c, evidence),
        "counter-witness",
        "A claim has no counter-witness, or only one that supports it as well.",
        "no-counter-witness",
    )
with q.criterion("a silence is named, and each silence is true", 1, hidden=True) as c:
    noticed = grounded(c, evidence)
    silent = [p for rows in claims_of(evidence) for p in rows if p.stance == "silent"]
    c.that(len(silent) > 0, "No row has the stance silent.", "no-silence")
    keeps_unseen(
        c,
        noticed,
        "silence",
        "A source is called silent that speaks of the matter, or that was written too early to know of it.",
        "false-silence",
    )
with q.criterion("framing rests on described pictures, and on no constructed value", 1, hidden=True) as c:
    noticed = grounded(c, evidence)
    c.that(any(rows[0].part == "framing" for rows in claims_of(evidence)), "No claim is about framing.", "no-framing")
    missing = "What supports your framing describes no scene, shot or image."
    keeps_unseen(c, noticed, "framing", missing, "not-a-picture")
    keeps_unseen(
        c,
        noticed,
        "constructed",
        "A claim rests on a value that was made so that a diagram could be drawn, or on no measure that exists.",
        "constructed-value",
    )
### END HIDDEN TESTS
q.score()

# %% [markdown] objectives="5"
# ## 10 Your reading (7 points, marked by hand)
#
# Write a reading of 350 to 500 words that ties reception, censorship and framing together. It answers one question of
# your own, such as: what did the attackers see in the film, and what did one viewer see in its pictures? Use the
# evidence of question 9; you may use more.
#
# - Give an address for each claim, such as [user_liangzihan p18], at least six in all. Quote five words at most.
# - Let a reader tell apart what a witness says, what it passes on, and what you conclude. Of the film say only what a
#   witness says of it.
# - Where a link between the parts is made by a witness, name the witness. Where you make it, say so.
# - Let a counter-witness speak, and answer it.
#
# | points | for |
# |---|---|
# | 1 | one question, and an answer to it that a reader could reject |
# | 1 | all three parts, each used for the answer |
# | 2 | six addresses: each paragraph exists and says what you write; quotations are exact |
# | 1 | each claim stands on its rung, in words that show it |
# | 1 | a counter-witness is heard and answered |
# | 1 | every link between the parts has its owner: a witness, or you |

# %% [markdown] kind="manual" grade_id="argument_q10_reading" points=7
# Why could a film about two poor farmers be loved and attacked at once? My answer: by our witnesses both camps react to
# one thing, its nearness to poor people, and one viewer's account of its framing shows what there was to react to. Why
# it left the cinemas, this does not explain.
#
# *Reception.* NewsChina reports that most netizens praised the film, and that others accuse it of wishing to “cater
# to judges” [newschina p35]; for that charge no speaker is named. A viewer from a village finds it “strikingly
# realistic” [newschina p36]. The attackers of whom the trade story tells saw China shown as “backward”
# [hollywood_reporter_repost p9]. Praise and blame thus have the same object. Not every witness fits: the UK review
# complains of something else, a film “glacially paced” [uk_review p2]. Its complaint is about form, so it limits my
# answer to those who speak of the village.
#
# *Censorship.* Three texts report that the film disappeared from cinemas [hollywood_reporter_repost p8]
# [user_liangzihan p18] [uk_review p3]. None says how it knows, so they need not be three witnesses. Two add that
# nothing official was said. The magazine, updated weeks after the day that the altered copy gives, tells of a run
# until September 30 and of no removal [newschina p33]; such a silence can have more than one cause. About the reason
# there is only a belief, at second hand: observers in the industry thought that it lay in sympathy with the attackers
# [hollywood_reporter_repost p9].
#
# *Framing.* One viewer, liangzihan, describes a long shot in which villagers squat below a platform and have “less
# than a quarter” of the screen [user_liangzihan p15]. The viewer concludes that high and low places show unequal
# power. The share is described; the meaning is this viewer's conclusion. Our diagram of the shot adds nothing to it,
# since most of its measures were constructed. Screen saw another film, whose director “keeps politics on the
# periphery” [screen p8]. Both can be right: a director may leave politics at the edge of the story, and a viewer may
# find it in the height of a platform.
#
# *The link.* Only liangzihan joins picture and removal: with the film, the life that it shows “was buried”
# [user_liangzihan p18]. This is said of what was lost, and not of why. The trade story sets a moment beside it: in
# that year “True social realism”, it concludes, was “not welcome” [hollywood_reporter_repost p11]. That the platform
# gave offence nobody says. It is my own suggestion, on the lowest rung, that a picture in which the poor look up
# could be loved and resented for the same reason. What our witnesses carry is less: a film praised and attacked for
# showing the poor, a removal without a stated reason, and one viewer who saw rank in the frame.

# %% [markdown] kind="task" grade_id="argument_q11_limits" points=3 objectives="6"
# ## 11 What would change your mind (3 points, marked by hand)
#
# Add one text cell (*Markdown*) of your own below this one, of about 120 words:
#
# 1. What does your reading leave open? Name one thing that our witnesses do not tell, such as how any of them knows of
#    the removal [uk_review p3], and say which of your sentences depends on it.
# 2. What find would change your mind, where would you look for it, and what would you then write instead?
# 3. A *counter-reading*: in two sentences, with an address, the best answer to your question that somebody else could
#    give from the same eight readings.
#
# === BEGIN MARK SCHEME ===
#
# **1 point: what is left open.** Something that no reading tells (half a point), and the sentence of the student's
# reading that depends on it (half a point). Nothing for a gap that a reading fills, or for "more research is needed".
# Often named: how the witnesses know of the removal; who the insiders and observers are; what the film shows, since the
# framing rests on one viewer; when the undated texts were written; what was said in Chinese, of which only English
# reports are here.
#
# **1 point: what would change it.** A find that could turn out either way, such as a cinema's programme of late
# September, a second viewer's description of the same shot, or the trade story on its publisher's page (half a point),
# and what the student would then write (half a point). A find that could only confirm earns nothing.
#
# **1 point: the counter-reading.** Another answer to the same question (half a point), which rests on an address that
# exists and says so (half a point). A caricature ("some people just hate China") earns nothing. It may be the opposite
# of the student's view in any direction.
#
# === END MARK SCHEME ===

# %% [markdown]
# ## Handing in
#
# Restart the kernel, run all cells, save, press *Validate*, and submit. You may hand in again until the deadline; the
# last version counts.
