# ---
# jupyter:
#   sample_student:
#     name: Renamed Notebook
#     about: Hands in a download that the browser has renamed.
#     starts_from: release
#     score: 4.5
#     hands_in: "2_reception (1).ipynb"
# ---

# %% grade_id="reception_q1_address"
first_week_paragraph = "p32"
peasant_readings = 4

# %% grade_id="reception_q4_interval"
may_write = "A"
with_160 = "A"

# %% grade_id="reception_q9_tickets"
def price_per_ticket_cny(gross_cny, tickets):
    if not tickets:
        return None
    return gross_cny / tickets


tickets_verdict = "C"

# %% grade_id="reception_q10_names"
hero_form = {
    "screen": "full_name",
    "uk_review": "translation",
    "user_liangzihan": "nickname",
    "user_blue_grotto": "role_only",
}
lao_si = "D"

# %% [markdown] grade_id="reception_q11_outcome"
# Screen's reviewer forecast a short life in art houses, in February 2022 [screen p5]. The magazine tells of 100 million
# yuan by September 7 [newschina p9]. A length and a sum are not the same thing, so I would not say *refuted*, only that
# the film reached many more people than the forecast lets one expect. No witness tells how many cinemas showed it.
