# ---
# jupyter:
#   sample_student:
#     name: Reads Too Much
#     about: Writes sound code, and takes beliefs for facts and silences for denials.
#     starts_from: solution
#     score: 14.75
# ---

# %% [markdown]
# Half a point: the end of a run is taken for a removal.

# %% grade_id="censorship_context_q1_search"
hits = keyword_in_context("cinemas")
hits = hits[(hits["source"] != "uk_review") | (hits["paragraph"] == "p3")]
tellers = hits["source"] + " " + hits["paragraph"]
pulled_misses = "newschina"

# %% [markdown]
# One and a quarter: few days are heard as a small loss.

# %% grade_id="censorship_context_q3_run"
def run_in_days(opening, removal, announced_end, shown_that_day):
    shown = lost = 0
    for day in pd.date_range(opening, announced_end):
        if day < removal or (shown_that_day and day == removal):
            shown += 1
        else:
            lost += 1
    return shown, lost


days_show = "C"

# %% [markdown]
# One and a quarter: a review without a date is taken for a denial.

# %% grade_id="censorship_context_q5_known"
def could_have_known(text, event):
    (begin, end), (event_begin, event_end) = pd.to_datetime(list(text)), pd.to_datetime(list(event))
    if begin > event_end:
        return "yes"
    return "no" if end < event_begin else "perhaps"


weighs_most = "D"

# %% [markdown]
# One and a half.

# %% grade_id="censorship_context_q7_ladder"
rung = {
    1: "documented",
    2: "documented",
    3: "attributed",
    4: "inferred",
    5: "speculated",
    6: "reported",
    7: "documented",
    8: "reported",
}

# %% [markdown]
# No point: speakers and hedges are lost, and a cause is put in.

# %% grade_id="censorship_context_q8_hedge"
keeps = {"critique": "A", "abroad": "C", "auditorium": "A", "statement": "C"}

# %% [markdown]
# One and a quarter: one slip is enough.

# %% grade_id="censorship_context_q10_care"
def error_rate(checks, source):
    own = checks[(checks["source"] == source) & checks["computed"].notna()]
    if own.empty:
        return None
    return (abs(own["printed"] - own["computed"]) > own["within"]).mean()


care = "C"

# %% [markdown] grade_id="censorship_context_q11_removed"
# The state removed the film because it showed the poor before the congress [hollywood_reporter_repost p10]. Everybody
# knew this, also the magazine, which was not allowed to write it [newschina p33]. So the days do not matter at all.
