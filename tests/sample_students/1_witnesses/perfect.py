# ---
# jupyter:
#   sample_student:
#     name: Perfect Answers
#     about: Answers everything as the solution does.
#     starts_from: solution
#     score: 20
# ---

# %% [markdown]
# All answer cells are those of the solution; only the task needs cells of one's own.

# %% [markdown] grade_id="witnesses_q12_house" action="add"
# In the magazine the couple's families act: it is they by whom the two are "kicked out", and they want the money that the
# local government pays for a relocation [newschina p21]. In the UK review, people are "bought out" to make room
# [uk_review p3]; who buys is not said. Those who gain are the families again, "pocketing the cash" [uk_review p4].
#
# "Shabby" judges a house, "pocketing" judges those who take. Both can be true if the families are paid by whoever wants
# the place empty. This depends on its being one sale: the magazine has houses, the review has land and homes.
#
# Neither tells how much was paid, or whether the couple were asked.

# %% grade_id="witnesses_q12_house" action="add"
for source, paragraph in [("newschina", "p21"), ("uk_review", "p3"), ("uk_review", "p4")]:
    print(reading(source)[paragraph])
