# ---
# jupyter:
#   sample_student:
#     name: Left Blank
#     about: Hands in the assignment as it was released.
#     starts_from: release
#     score: 0
# ---

# %% [markdown]
# Nothing is changed.
