# ---
# jupyter:
#   sample_student:
#     name: Number Slips
#     about: Reads the texts well and makes the usual mistakes with limits, units and ratios.
#     starts_from: solution
#     score: 15.25
# ---

# %% [markdown]
# One and three quarters: a single day is no interval for this function.

# %% grade_id="witnesses_q2_interval"
def interval_of(clues):
    first = max((a for a, b in clues if a is not None), default=None)
    last = min((b for a, b in clues if b is not None), default=None)
    if first is not None and last is not None and not first < last:
        return None
    return first, last

# %% [markdown]
# One and a half: a post and a comment on it can be of one day.

# %% grade_id="witnesses_q3_page"
post_between = ("2022-09-26", "2022-12-11")
narrows = "B"

# %% [markdown]
# One point: the two numbers are swapped.

# %% grade_id="witnesses_q4_marks"
def unmatched_marks(text):
    waiting = closed_only = 0
    for sign in text:
        if sign == OPEN:
            waiting = waiting + 1
        elif sign == CLOSE:
            if waiting:
                waiting = waiting - 1
            else:
                closed_only = closed_only + 1
    return closed_only, waiting

# %% [markdown]
# No point: mu are multiplied where they should be divided, in both places, and the slip follows from it.

# %% grade_id="witnesses_q5_mu"
def mu_to_km2(mu):
    return mu * 15 / 100


mu_in_bracket = 3.3 * 100
slip = "C"

# %% [markdown]
# One point: the ratio is turned round.

# %% grade_id="witnesses_q9_speed"
def minutes_at(minutes, fps_before, fps_after):
    return minutes * fps_after / fps_before


speed_up = "A"
