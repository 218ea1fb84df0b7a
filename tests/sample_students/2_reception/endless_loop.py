# ---
# jupyter:
#   sample_student:
#     name: Endless Loop
#     about: One function never comes to an end; four other answers are right.
#     starts_from: release
#     score: 5
# ---

# %% grade_id="reception_q1_address"
first_week_paragraph = "p32"
peasant_readings = 4

# %% grade_id="reception_q2_scale"
def share_of_scale(score, worst, best):
    return (score - worst) / (best - worst)

# %% [markdown]
# No point: the counter never grows.

# %% grade_id="reception_q3_fits"
def positives_that_fit(percent, n):
    positive = 0
    fitting = []
    while positive <= n:
        if round(100 * positive / n) == percent:
            fitting.append(positive)
            positive = positive + 1
    return fitting

# %% grade_id="reception_q4_interval"
may_write = "C"
with_160 = "A"

# %% grade_id="reception_q9_tickets"
def price_per_ticket_cny(gross_cny, tickets):
    return gross_cny / tickets if tickets > 0 else None


tickets_verdict = "C"
