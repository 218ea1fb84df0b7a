# ---
# jupyter:
#   sample_student:
#     name: Crash Twice
#     about: One answer stops with an error as it runs, another ends the whole Python process.
#     starts_from: release
#     score: 7
# ---

# %% grade_id="reception_q1_address"
first_week_paragraph = "p32"
peasant_readings = 4

# %% [markdown]
# No point: the cell stops before the function is there. The questions below run all the same.

# %% grade_id="reception_q2_scale"
print("the whole scale is", 10 / (1 - 1))


def share_of_scale(score, worst, best):
    return (score - worst) / (best - worst)

# %% grade_id="reception_q3_fits"
def positives_that_fit(percent, n):
    return [k for k in range(n + 1) if round(100 * k / n) == percent]

# %% grade_id="reception_q4_interval"
may_write = "C"
with_160 = "A"

# %% grade_id="reception_q5_polarity"
def polarity_counts(appraisals):
    own = appraisals[appraisals["voice"] == "witness"]
    return pd.crosstab(own["source"], own["polarity"]).reindex(columns=["positive", "negative", "mixed"], fill_value=0)

# %% [markdown]
# From here on nothing runs.

# %% grade_id="reception_q7_range"
import os

os._exit(1)

# %% grade_id="reception_q9_tickets"
def price_per_ticket_cny(gross_cny, tickets):
    return gross_cny / tickets if tickets else None


tickets_verdict = "C"
