# ---
# jupyter:
#   sample_student:
#     name: Perfect Answers
#     about: Answers everything as the solution does.
#     starts_from: solution
#     score: 20
# ---

# %% [markdown]
# All answer cells are those of the solution; only the task needs a cell of one's own.

# %% [markdown] grade_id="argument_q11_limits" action="add"
# My sentence that the villagers have the smaller share of the picture rests on one viewer [user_liangzihan p15]; no
# other reading describes this shot. I would look for a second description among reviews in Chinese. If it put the
# villagers in the middle, I would write that liangzihan saw rank in a picture of a meeting.
#
# Counter-reading: the pictures accuse nobody. They make farm work beautiful [uk_review p7], so that the quarrel was
# about other people's reports of the film.
