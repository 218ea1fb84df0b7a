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

# %% [markdown] grade_id="censorship_context_q12_sentences" action="add"
# May be written: "A trade story, in an altered copy, dates the removal to September 26" [hollywood_reporter_repost p8].
# "A viewer writes that the film was abruptly pulled from theaters" [user_liangzihan p18].
#
# May not: "The film was removed because of the congress." The cause is missing: the story sets the two side by side
# [hollywood_reporter_repost p10] and gives a reason only as a belief of most observers [hollywood_reporter_repost p9].
# "Three witnesses confirm each other." None of them says how it knows.
#
# Mended: "The removal, if the copy's day is right, fell in the weeks before the congress; no witness says that the one
# was the cause of the other."

# %% grade_id="censorship_context_q12_sentences" action="add"
for number in ["p8", "p9", "p10"]:
    print(reading("hollywood_reporter_repost")[number])
