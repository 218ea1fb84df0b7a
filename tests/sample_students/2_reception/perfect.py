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

# %% grade_id="reception_q12_verdicts" action="add"
keyword_in_context("slow*")
