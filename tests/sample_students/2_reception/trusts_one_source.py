# ---
# jupyter:
#   sample_student:
#     name: Trusts One Source
#     about: Writes sound code, and reads each witness as if there were no other.
#     starts_from: release
#     score: 15.75
# ---

# %% [markdown]
# Half a point: the paragraph has the forecast, but no first week.

# %% grade_id="reception_q1_address"
first_week_paragraph = "p9"
peasant_readings = 4

# %% grade_id="reception_q2_scale"
def share_of_scale(score, worst, best):
    steps = best - worst
    return (score - worst) / steps

# %% grade_id="reception_q3_fits"
def positives_that_fit(percent, n):
    fitting = []
    for positive in range(0, n + 1):
        if round(positive / n * 100) == percent:
            fitting.append(positive)
    return fitting

# %% [markdown]
# Half a point: the reviews are taken for viewers.

# %% grade_id="reception_q4_interval"
may_write = "A"
with_160 = "A"

# %% grade_id="reception_q5_polarity"
def polarity_counts(appraisals):
    own = appraisals.loc[appraisals["voice"].eq("witness")]
    counts = own.pivot_table(index="source", columns="polarity", values="voice", aggfunc="count", fill_value=0)
    for polarity in ["positive", "negative", "mixed"]:
        if polarity not in counts:
            counts[polarity] = 0
    return counts

# %% [markdown]
# Two and a half: words are taken by themselves, whatever the sentence makes of them.

# %% grade_id="reception_q6_coding"
def expected_disagreement(codes_a, codes_b):
    bag = list(codes_a) + list(codes_b)
    draws = [(i, j) for i in range(len(bag)) for j in range(len(bag)) if i != j]
    return sum(bag[i] != bag[j] for i, j in draws) / len(draws)


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (appreciation, positive),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (affect, negative),
    "life-threatening donation": (appreciation, negative),
    "gratitude": (affect, positive),
    "shabby old houses": (appreciation, negative),
    "never abandon you": (judgement, negative),
    "so pleased": (affect, positive),
}

# %% grade_id="reception_q7_range"
def rate_range(amount_cny, amount_usd, step_usd):
    half = step_usd / 2
    return [amount_cny / (amount_usd + half), amount_cny / (amount_usd - half)]

# %% [markdown]
# Two and a half: what one day brought stands among the totals.

# %% grade_id="reception_q8_figure"
rows = table("box_office").set_index("figure")
rows = rows.loc[["nc_first_week", "nc_september_from", "nc_single_day", "nc_september_to"]].dropna(subset=["date"])
fig, ax = new_figure()
ax.plot(rows["date"], rows["amount_cny"].astype(float), "s")
ax.axhline(2e6, label="forecast of the insiders")
ax.set_yscale("log")
ax.set_ylabel("box office (CNY)")
ax.legend()
describe(fig, "Four squares far above a line, and one below it.")

# %% [markdown]
# Half a point: the sum of one witness is corrected by the word of another.

# %% grade_id="reception_q9_tickets"
def price_per_ticket_cny(gross_cny, tickets):
    if tickets == 0:
        return None
    return gross_cny / tickets


tickets_verdict = "A"

# %% [markdown]
# A quarter.

# %% grade_id="reception_q10_names"
hero_form = {
    "screen": "full_name",
    "uk_review": "nickname",
    "user_liangzihan": "full_name",
    "user_blue_grotto": "nickname",
}
lao_si = "B"

# %% [markdown] grade_id="reception_q11_outcome"
# The trade review says that the film will have a short life in its own country [screen p5]. It was removed from the
# cinemas on September 26 [hollywood_reporter_repost p8]. So the forecast came true.
