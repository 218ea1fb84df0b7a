# ---
# jupyter:
#   sample_student:
#     name: Half Right
#     about: Gets the main case of most questions and misses the special cases.
#     starts_from: release
#     score: 11.5
# ---

# %% [markdown]
# Half a point: cinemas elsewhere are counted in.

# %% grade_id="censorship_context_q1_search"
tellers = ["hollywood_reporter_repost p8", "uk_review p3", "uk_review p10", "user_liangzihan p18"]
pulled_misses = "hollywood_reporter_repost"

# %% [markdown]
# Three quarters: only one convention is known.

# %% grade_id="censorship_context_q2_day"
def day_number(opening, day, first):
    """Return the number of a day."""
    return (day - opening).days


def date_with_number(opening, number, first):
    """Return the date of a day."""
    return opening + pd.Timedelta(days=number)

# %% [markdown]
# Three quarters: the steps are counted, not the days.

# %% grade_id="censorship_context_q3_run"
def run_in_days(opening, removal, announced_end, shown_that_day):
    """Return the days shown and the days lost."""
    return (removal - opening).days, (announced_end - removal).days


days_show = "B"

# %% [markdown]
# One and a half: a leap year is forgotten.

# %% grade_id="censorship_context_q4_range"
def range_of(date, precision):
    """Return the earliest and the latest day."""
    last_days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if precision == "unknown":
        return None
    if precision == "week":
        return date, date + pd.Timedelta(days=6)
    if precision == "month":
        return date.replace(day=1), date.replace(day=last_days[date.month - 1])
    if precision == "year":
        return pd.Timestamp(date.year, 1, 1), pd.Timestamp(date.year, 12, 31)
    return date, date

# %% [markdown]
# One point: an open end stops the function, and a text that could not know is taken for a weighty one.

# %% grade_id="censorship_context_q5_known"
def could_have_known(text, event):
    """Return "yes", "no" or "perhaps"."""
    if text[0] > event[1]:
        return "yes"
    if text[1] < event[0]:
        return "no"
    return "perhaps"


weighs_most = "A"

# %% [markdown]
# One and a half: capitals in the search words are forgotten.

# %% grade_id="censorship_context_q6_matrix"
def topic_matrix(texts, searches):
    """Return a table of zeros and ones."""
    rows = []
    for source, text in texts.items():
        row = {"source": source}
        for topic, words in searches.items():
            row[topic] = 0
            for word in words:
                if word in text.lower():
                    row[topic] = 1
        rows.append(row)
    return pd.DataFrame(rows)


false_cells = {
    "left": ["newschina", "user_wurideflame"],
    "reason": ["screen"],
    "longer": ["hollywood_reporter_repost"],
}

# %% [markdown]
# One and a quarter.

# %% grade_id="censorship_context_q7_ladder"
rung = {
    1: "reported",
    2: "documented",
    3: "attributed",
    4: "reported",
    5: "speculated",
    6: "attributed",
    7: "documented",
    8: "documented",
}

# %% [markdown]
# One point: a hedge and a speaker are lost.

# %% grade_id="censorship_context_q8_hedge"
keeps = {"critique": "B", "abroad": "B", "auditorium": "A", "statement": "A"}

# %% [markdown]
# Two and a quarter: the basis is shown by colour alone.

# %% grade_id="censorship_context_q9_timeline"
fig, ax = new_figure()
for name, row in six.iterrows():
    colour = "black" if row["basis"] == "stated" else "red"
    if row["precision"] == "day":
        ax.plot([row["date"]], [row["height"]], "o", color=colour)
    else:
        ax.hlines(row["height"], row["date"], row["date_end"], color=colour, linewidth=8)
ax.set_yticks(range(6), six["event"])
describe(fig, "Two red points, and four bars, two of them black.")

# %% [markdown]
# One point: what cannot be checked counts as right.

# %% grade_id="censorship_context_q10_care"
def error_rate(checks, source):
    """Return the share of wrong figures."""
    own = checks[checks["source"] == source]
    if own["computed"].notna().sum() == 0:
        return None
    return ((own["printed"] - own["computed"]).abs() > own["within"]).mean()


care = "D"

# %% [markdown] grade_id="censorship_context_q11_removed"
# The film was removed on September 26 [hollywood_reporter_repost p8]. The run was until September 30, so four days were
# lost. It was also taken from streaming [uk_review p3], and this is worse, because you can never see it again.
