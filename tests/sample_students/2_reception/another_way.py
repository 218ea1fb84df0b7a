# ---
# jupyter:
#   sample_student:
#     name: Another Way
#     about: Answers everything rightly, by other ways than the solution.
#     starts_from: release
#     score: 20
# ---

# %% grade_id="reception_q1_address"
from return_to_dust import readings, words

first_week_paragraph = next(one.number for one in reading("newschina") if "first week" in one.text and "yuan" in one.text)
peasant_readings = sum(any(word in ("peasant", "peasants") for word in words(one.text)) for one in readings())

# %% grade_id="reception_q2_scale"
share_of_scale = lambda score, worst, best: 1 - (best - score) / (best - worst)

# %% grade_id="reception_q3_fits"
def positives_that_fit(percent, n):
    """Compare all shares with the printed one at once."""
    shares = 100 * np.arange(n + 1) / n
    return np.flatnonzero(np.abs(shares - percent) < 0.5)

# %% grade_id="reception_q4_interval"
may_write, with_160 = "c", "a"

# %% grade_id="reception_q5_polarity"
def polarity_counts(appraisals):
    """Add up three columns of zeros and ones."""
    own = appraisals.query("voice == 'witness'")
    return pd.DataFrame(
        {polarity: (own["polarity"] == polarity).groupby(own["source"]).sum() for polarity in ["mixed", "negative", "positive"]}
    ).reset_index()

# %% grade_id="reception_q6_coding"
def expected_disagreement(codes_a, codes_b):
    """Take the share of equal draws from 1."""
    counts = pd.Series([*codes_a, *codes_b]).value_counts().to_numpy()
    return 1 - (counts * (counts - 1)).sum() / (counts.sum() * (counts.sum() - 1))


expressions = [
    "hard worker", "exploited", "true love develops between them", "Vivid details", "a heartfelt tenderness",
    "heartwarming intimate moments", "despised and shunned", "life-threatening donation", "gratitude",
    "shabby old houses", "never abandon you", "so pleased",
]
attitudes = [judgement, judgement, appreciation, appreciation, affect, appreciation,
             affect, appreciation, affect, appreciation, appreciation, affect]
signs = "+-++++----++"
my_codes = {
    expression: [attitude, positive if sign == "+" else negative]
    for expression, attitude, sign in zip(expressions, attitudes, signs)
}

# %% grade_id="reception_q7_range"
def rate_range(amount_cny, amount_usd, step_usd):
    """Try both ends and sort them."""
    ends = np.array([amount_usd - step_usd / 2, amount_usd + step_usd / 2])
    return sorted(amount_cny / ends)

# %% grade_id="reception_q8_figure"
money = table("box_office").dropna(subset=["date"])
money = money[money["figure"].isin(["nc_september_to", "nc_september_from", "nc_first_week"])]
millions = money["amount_cny"].astype(float) / 1e6
fig, ax = new_figure(8, 4)
ax.scatter(money["date"], millions, label="earned so far")
ax.plot(money["date"], [2] * len(money), label="what insiders predicted")
ax.set(yscale="log", xlabel="day", ylabel="million RMB", title="From forecast to outcome")
ax.legend()
describe(fig, "Three points, all but the first above a level line at 2 million RMB; the last is fifty times as high.")

# %% grade_id="reception_q9_tickets"
def price_per_ticket_cny(gross_cny, tickets):
    """Divide, unless that cannot be done."""
    try:
        return round(gross_cny / tickets, 2)
    except ZeroDivisionError:
        return None


tickets_verdict = "c"

# %% grade_id="reception_q10_names"
hero_form = pd.Series(
    ["role_only", "nickname", "translation", "full_name"],
    index=["user_blue_grotto", "user_liangzihan", "uk_review", "screen"],
).to_dict()
lao_si = "d"

# %% [markdown] grade_id="reception_q11_outcome"
# I take the trade review [screen p5], dated February 2022. The reviewer expects only a short life for the film in art
# houses at home. The outcome that the magazine reports is 100 million yuan by September 7 [newschina p9].
#
# The two do not speak of the same thing. The review speaks of where and how long the film would be shown, the magazine
# of money. A film may earn much in few weeks. But the magazine also says that the run was extended, and this does touch
# the forecast. I conclude that the forecast missed the size of the audience and was not so wrong about the length.
#
# What our witnesses do not tell: in how many cinemas the film was shown in July. Without this we cannot say whether it
# left the art houses at all.

# %% [markdown] grade_id="reception_q12_verdicts" action="add"
# The property is the quiet, slow manner. Screen finds the film “patiently paced” [screen p10]; the adverb gives the
# patience to the film. In the UK review the same manner is “testing your patience” [uk_review p2]; here the viewer
# needs the patience. My search finds words that begin with *slow* and misses *glacially*, which means the same.

# %% grade_id="reception_q12_verdicts" action="add"
pd.concat([keyword_in_context("slow*"), keyword_in_context("patien*")])
