# ---
# jupyter:
#   sample_student:
#     name: Half Right
#     about: Gets the main case of most questions and misses the special cases.
#     starts_from: release
#     score: 11
# ---

# %% [markdown]
# Half a point: two of the outlets are one page.

# %% grade_id="witnesses_q1_catalogue"
sources = table("sources")
undated = sources.loc[sources["date"].isna(), "source"].tolist()
documents = len(set(sources["outlet"]))

# %% [markdown]
# One point: of several clues, the last one wins.

# %% grade_id="witnesses_q2_interval"
def interval_of(clues):
    """Return the interval that fits all clues."""
    begin = None
    end = None
    for clue in clues:
        if clue[0] is not None:
            begin = clue[0]
        if clue[1] is not None:
            end = clue[1]
    if begin is not None and end is not None and end < begin:
        return None
    return begin, end

# %% [markdown]
# One and a half: the post knows more than the opening.

# %% grade_id="witnesses_q3_page"
post_between = ("2022-07-08", "2022-12-12")
narrows = "B"

# %% [markdown]
# Half a point: the marks are counted, their order is not looked at.

# %% grade_id="witnesses_q4_marks"
def unmatched_marks(text):
    """Return the numbers of marks without a partner."""
    opening = text.count(OPEN)
    closing = text.count(CLOSE)
    if opening > closing:
        return opening - closing, 0
    return 0, closing - opening

# %% [markdown]
# One and a half: five mu come out as zero.

# %% grade_id="witnesses_q5_mu"
def mu_to_km2(mu):
    """Return an area in square kilometres."""
    return round(mu / 1500, 1)


mu_in_bracket = 3.3 * 1500
slip = "D"

# %% [markdown]
# Three quarters: who is silent has no row.

# %% grade_id="witnesses_q6_matrix"
def witness_matrix(claims, topic):
    """Return a table of counts."""
    ladder = ["documented", "reported", "attributed", "inferred", "speculated"]
    on_topic = claims[claims["topic"] == topic]
    return pd.crosstab(on_topic["source"], on_topic["certainty"]).reindex(columns=ladder, fill_value=0)

# %% [markdown]
# One and a quarter: a fourth voice is missed, and a later silence is taken for one without weight.

# %% grade_id="witnesses_q7_removal"
told_by = {
    "left_cinemas": ["hollywood_reporter_repost", "user_liangzihan"],
    "day": ["hollywood_reporter_repost"],
    "streaming": ["uk_review"],
    "no_reason": ["hollywood_reporter_repost", "user_liangzihan"],
}
older_text = "newschina"
independent = "C"

# %% [markdown]
# Two and a half: the word on the line is seen nowhere, as there is no legend.

# %% grade_id="witnesses_q8_bars"
rows = ["hr_berlin_premiere", "sc_publication", "nc_single_day", "hr_party_congress", "hr_publication"]
spans = table("events").set_index("row").loc[rows]
fig, ax = new_figure()
ax.hlines(rows, spans["date"], spans["date_end"], linewidth=8)
ax.axvline(pd.Timestamp("2022-07-08"), label="opening in China")
describe(fig, "Five bars of different lengths, and a line in July 2022.")

# %% [markdown]
# Half a point: the speeds stand fixed in the function.

# %% grade_id="witnesses_q9_speed"
def minutes_at(minutes, fps_before, fps_after):
    """Return the length at another speed."""
    return minutes / 24 * 25


speed_up = "B"

# %% [markdown]
# One and a half: a range and a second scale are taken for contradictions.

# %% grade_id="witnesses_q10_kinds"
kind = {
    "hero": "other_name",
    "premiere": "conflict",
    "score": "conflict",
    "takings": "different_things",
    "land": "conflict",
    "blood": "undecided",
}

# %% [markdown] grade_id="witnesses_q11_copy"
# The date of the removal is September 26 [hollywood_reporter_repost p8]. The copy is altered, it has "couple at the Day
# lays" [hollywood_reporter_repost p13], so one cannot rely on it. But a viewer and the UK review tell the same, so it is
# confirmed by three witnesses.
