# ---
# jupyter:
#   sample_student:
#     name: Half Right
#     about: Gets the main case of most questions and misses the special cases.
#     starts_from: release
#     score: 11.25
# ---

# %% [markdown]
# Half a point: the places are counted, not the readings.

# %% grade_id="reception_q1_address"
first_week_paragraph = "p32"
peasant_readings = len(keyword_in_context("peasant*"))

# %% [markdown]
# One and a half: a scale on which 1 is best comes out upside down.

# %% grade_id="reception_q2_scale"
def share_of_scale(score, worst, best):
    """Return where a score stands between worst and best."""
    if worst > best:
        worst, best = best, worst
    return (score - worst) / (best - worst)

# %% [markdown]
# One and a quarter: only the nearest number is found.

# %% grade_id="reception_q3_fits"
def positives_that_fit(percent, n):
    """Return the number of positive reviews."""
    return [round(percent / 100 * n)]

# %% [markdown]
# Half a point: the width does not shrink in proportion.

# %% grade_id="reception_q4_interval"
may_write = "C"
with_160 = "B"

# %% [markdown]
# One and a half: a polarity that never occurs has no column.

# %% grade_id="reception_q5_polarity"
def polarity_counts(appraisals):
    """Count the witness's own expressions."""
    own = appraisals[appraisals["voice"] == "witness"]
    return pd.crosstab(own["source"], own["polarity"])

# %% [markdown]
# Two and a half: strong words said of things are coded as feelings, which halves the points for attitude.

# %% grade_id="reception_q6_coding"
def expected_disagreement(codes_a, codes_b):
    """Try each pair of places in the bag."""
    bag = codes_a + codes_b
    differ = 0
    for i in range(len(bag)):
        for j in range(len(bag)):
            if bag[i] != bag[j]:
                differ += 1
    return differ / (len(bag) * (len(bag) - 1))


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (affect, positive),
    "Vivid details": (affect, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (affect, positive),
    "despised and shunned": (judgement, negative),
    "life-threatening donation": (affect, negative),
    "gratitude": (judgement, negative),
    "shabby old houses": (affect, negative),
    "never abandon you": (judgement, positive),
    "so pleased": (affect, positive),
}

# %% [markdown]
# No point: the dollars move by a whole step.

# %% grade_id="reception_q7_range"
def rate_range(amount_cny, amount_usd, step_usd):
    """Return the lowest and the highest rate."""
    return amount_cny / (amount_usd + step_usd), amount_cny / (amount_usd - step_usd)

# %% [markdown]
# Two points: the axis is linear, and the label of the line is in no legend.

# %% grade_id="reception_q8_figure"
rows = table("box_office").set_index("figure").loc[["nc_first_week", "nc_september_from", "nc_september_to"]]
fig, ax = new_figure()
ax.plot(rows["date"], rows["amount_cny"].astype(float), "o")
ax.axhline(2_000_000, label="forecast")
ax.set_ylabel("takings (yuan)")
describe(fig, "Three points that rise, and a line near the bottom.")

# %% [markdown]
# Three quarters: a film without tickets stops the function.

# %% grade_id="reception_q9_tickets"
def price_per_ticket_cny(gross_cny, tickets):
    """Return the mean price of a ticket."""
    return gross_cny / tickets


tickets_verdict = "C"

# %% [markdown]
# Three quarters: Screen is read too far down, and 老 is taken for respect.

# %% grade_id="reception_q10_names"
hero_form = {
    "screen": "surname",
    "uk_review": "translation",
    "user_liangzihan": "nickname",
    "user_blue_grotto": "role_only",
}
lao_si = "B"

# %% [markdown] grade_id="reception_q11_outcome"
# The insiders expected 2 million yuan [newschina p32]. In the end the film made 100 million [newschina p9]. So they
# were wrong by a factor of fifty. Both numbers are yuan, so one can compare them.
