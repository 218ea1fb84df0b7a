# ---
# jupyter:
#   sample_student:
#     name: Deleted Test
#     about: Deletes the tests of a question that went wrong, and a cell with given values.
#     starts_from: release
#     score: 3
# ---

# %% grade_id="reception_q1_address"
first_week_paragraph = "p32"
peasant_readings = 4

# %% grade_id="reception_q2_scale"
def share_of_scale(score, worst, best):
    return (score - worst) / (best - worst)

# %% [markdown]
# No point: the tests come back when the work is marked.

# %% grade_id="reception_q3_fits"
def positives_that_fit(percent, n):
    return []

# %% grade_id="reception_q3_fits_test" action="delete"

# %% grade_id="reception_q6_given" action="delete"
