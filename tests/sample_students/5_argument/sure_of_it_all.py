# ---
# jupyter:
#   sample_student:
#     name: Sure Of It All
#     about: Codes soundly and quotes exactly, and states every claim a rung too high.
#     starts_from: solution
#     score: 14.75
# ---

# %% [markdown]
# Three quarters: whatever is written down counts as fact.

# %% grade_id="argument_q3_raised"
sentences = {"score": "fits", "reason": "fits", "removal": "lowered", "pace": "fits", "hall": "fits", "share": "fits"}

# %% [markdown]
# One point: three of three is enough.

# %% grade_id="argument_q5_documents"
def count_witnesses(sources):
    return {
        "texts": len(set(sources)),
        "documents": len(set(CARRIED_BY.get(source, source) for source in sources)),
    }


praise = "A"

# %% [markdown]
# Half a point: two links are put into witnesses' mouths.

# %% grade_id="argument_q7_link"
linked_by = {
    "longing": "newschina",
    "emblem": "hollywood_reporter_repost",
    "passive": "screen",
    "audience": "screen",
}

# %% [markdown]
# Four and a half: a belief and a verdict are reported, the early text is called silent, a drawn value is measured.

# %% grade_id="argument_q9_evidence"
LIKED = "The censors shared the view of the attackers."
SMALL = "The hall fills most of the picture."
LOVED = "The film is the best of its director."
evidence = pd.DataFrame(
    [
        ("a", "censorship", "reported", LIKED, "hollywood_reporter_repost", "p9", "censored out of sympathy", "supports", ""),
        ("a", "censorship", "reported", LIKED, "screen", "p5", "sadly unlikely", "silent", ""),
        ("b", "framing", "reported", SMALL, "user_liangzihan", "p16", "magnificent auditorium", "supports", "platform_auditorium:area"),
        ("b", "framing", "reported", SMALL, "screen", "p8", "keeps politics on the periphery", "qualifies", ""),
        ("c", "reception", "reported", LOVED, "screen", "p3", "most affecting and accessible work", "supports", ""),
        ("c", "reception", "reported", LOVED, "uk_review", "p2", "frustratingly indulgent", "contradicts", ""),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance", "rests_on"],
)

# %% [markdown] grade_id="argument_q10_reading"
# The censors removed the film since they agreed with the nationalist media [hollywood_reporter_repost p9]. The hall
# fills most of the picture and shows that the state is everywhere [user_liangzihan p16]. It is the best film of its
# director [screen p3]. So quality was the reason for the ban.
