# ---
# jupyter:
#   sample_student:
#     name: Copied Cell
#     about: Copies an answer cell to try again, and a test cell to run it twice.
#     starts_from: release
#     score: 6.5
# ---

# %% grade_id="reception_q1_address"
first_week_paragraph = "p32"
peasant_readings = 2

# %% [markdown]
# Full marks: the second try is right, and the last one counts.

# %% grade_id="reception_q2_scale"
def share_of_scale(score, worst, best):
    return score / best

# %% grade_id="reception_q2_scale" action="copy"
def share_of_scale(score, worst, best):
    return (score - worst) / (best - worst)

# %% grade_id="reception_q2_scale_test" action="copy"

# %% grade_id="reception_q3_fits"
def positives_that_fit(percent, n):
    return {k for k in range(n + 1) if round(100 * k / n) == percent}

# %% grade_id="reception_q4_interval"
may_write = "C"
with_160 = "A"
