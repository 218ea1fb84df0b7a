# ---
# jupyter:
#   sample_student:
#     name: Number Slips
#     about: Reads the texts well and makes the usual mistakes with scales, rounding and units.
#     starts_from: release
#     score: 6.75
# ---

# %% [markdown]
# No point: another first week, and places counted where readings were asked for.

# %% grade_id="reception_q1_address"
first_week_paragraph = "p33"
peasant_readings = 5

# %% [markdown]
# No point: divides by the best mark.

# %% grade_id="reception_q2_scale"
def share_of_scale(score, worst, best):
    return score / best

# %% [markdown]
# Three quarters, for cases without decimals: elsewhere they are cut off where the page rounds.

# %% grade_id="reception_q3_fits"
def positives_that_fit(percent, n):
    return [k for k in range(n + 1) if int(100 * k / n) == percent]

# %% grade_id="reception_q4_interval"
may_write = "D"
with_160 = "B"

# %% [markdown]
# Half a point, for the column of zeros: what witnesses report is counted as their own.

# %% grade_id="reception_q5_polarity"
def polarity_counts(appraisals):
    counts = pd.crosstab(appraisals["source"], appraisals["polarity"])
    return counts.reindex(columns=["positive", "negative", "mixed"], fill_value=0)

# %% [markdown]
# Two points, for the codes: the first code is put back into the bag.

# %% grade_id="reception_q6_coding"
def expected_disagreement(codes_a, codes_b):
    bag = codes_a + codes_b
    return sum(one != other for one in bag for other in bag) / len(bag) ** 2


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (affect, positive),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (judgement, negative),
    "life-threatening donation": (appreciation, negative),
    "gratitude": (judgement, negative),
    "shabby old houses": (appreciation, negative),
    "never abandon you": (appreciation, positive),
    "so pleased": (affect, positive),
}

# %% grade_id="reception_q7_range"
def rate_range(amount_cny, amount_usd, step_usd):
    rate = amount_cny / amount_usd
    return rate, rate

# %% [markdown]
# One and a half: the figure is drawn in dollars.

# %% grade_id="reception_q8_figure"
rows = table("box_office").set_index("figure").loc[["nc_first_week", "nc_september_from", "nc_september_to"]]
fig, ax = new_figure()
ax.semilogy(rows["date"], rows["amount_usd"].astype(float), "o-")
ax.axhline(290_000, color="grey")
ax.text(rows["date"].iloc[0], 310_000, "forecast")
ax.set_ylabel("takings (US dollars)")
describe(fig, "A curve that rises far above a level line.")

# %% grade_id="reception_q9_tickets"
def price_per_ticket_cny(gross_cny, tickets):
    return tickets / gross_cny


tickets_verdict = "A"

# %% [markdown]
# Two points: the texts are read with care.

# %% grade_id="reception_q10_names"
hero_form = {
    "screen": "full_name",
    "uk_review": "translation",
    "user_liangzihan": "nickname",
    "user_blue_grotto": "role_only",
}
lao_si = "D"

# %% [markdown] grade_id="reception_q11_outcome"
# The magazine names insiders who forecast 2 million yuan, without saying who they are [newschina p32]. It is the
# magazine that gives the outcome too: 100 million by September 7 [newschina p9]. So one witness tells both halves of
# the story, and it tells them as a success. The forecast is refuted, if this witness is right. Nobody tells us how the
# insiders came to their number.
