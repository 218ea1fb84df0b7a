# ---
# jupyter:
#   sample_student:
#     name: Trusts One Source
#     about: Writes sound code, and takes what stands on a page as it stands there.
#     starts_from: solution
#     score: 13.75
# ---

# %% [markdown]
# Half a point: eight texts are taken for eight documents.

# %% grade_id="witnesses_q1_catalogue"
undated = list(table("sources").query("date.isna()")["source"])
documents = 8

# %% [markdown]
# Half a point: a list at the foot of a page dates the text above it.

# %% grade_id="witnesses_q3_page"
post_between = ("2022-09-26", "2023-12-31")
narrows = "A"

# %% [markdown]
# One and a half: the first confusion that comes to mind is not tried with numbers.

# %% grade_id="witnesses_q5_mu"
def mu_to_km2(mu):
    return mu / 1500


mu_in_bracket = 3.3 * 1500
slip = "B"

# %% [markdown]
# Three quarters: the end of a run is a removal, and three texts are three witnesses.

# %% grade_id="witnesses_q7_removal"
told_by = {
    "left_cinemas": ["hollywood_reporter_repost", "user_liangzihan", "uk_review", "newschina"],
    "day": ["hollywood_reporter_repost", "newschina"],
    "streaming": ["uk_review"],
    "no_reason": ["hollywood_reporter_repost"],
}
older_text = "screen"
independent = "A"

# %% [markdown]
# Two and a half: the line marks the premiere.

# %% grade_id="witnesses_q8_bars"
rows = ["hr_berlin_premiere", "sc_publication", "nc_single_day", "hr_party_congress", "hr_publication"]
spans = table("events").set_index("row").loc[rows]
fig, ax = new_figure()
ax.barh(rows, spans["date_end"] - spans["date"], left=spans["date"])
ax.axvline(pd.Timestamp("2022-02-13"), label="release")
ax.legend()
describe(fig, "Five bars and a line in February 2022.")

# %% [markdown]
# One point: the direction fits, so the size is not computed.

# %% grade_id="witnesses_q9_speed"
def minutes_at(minutes, fps_before, fps_after):
    return minutes * fps_before / fps_after


speed_up = "B"

# %% [markdown]
# One point: two figures that differ contradict each other.

# %% grade_id="witnesses_q10_kinds"
kind = {
    "hero": "other_name",
    "premiere": "more_exact",
    "score": "conflict",
    "takings": "conflict",
    "land": "conflict",
    "blood": "conflict",
}

# %% [markdown] grade_id="witnesses_q11_copy"
# The story says that the film was removed on September 26 [hollywood_reporter_repost p8], and the viewer says so too
# [user_liangzihan p18]. So it is a fact. The copy has mistakes in it, but a date is a date.
