# ---
# jupyter:
#   sample_student:
#     name: Perfect Answers
#     about: Answers everything as the solution does.
#     starts_from: solution
#     score: 20
# ---

# %% [markdown]
# All answer cells are those of the solution; only the task needs cells of one's own. A cell is added right below the
# task, so that the second one comes before the first.

# %% [markdown] grade_id="framings_q12_words" action="add"
# That the donkey is in the background is stated [user_liangzihan p10]. That it stands higher in the frame than the
# couple is inferred: it follows if "overlooking" means looking down [user_liangzihan p10]. That it is on the right is
# constructed. Nobody may conclude from this diagram that the donkey is a third as large as the man in the picture.

# %% grade_id="framings_q12_words" action="add"
from return_to_dust.framing import alt_text, draw_framing

describe(
    draw_framing("lz_graveside"),
    alt_text("lz_graveside"),
    "The viewer sees the donkey behind the couple do what the man does not: rejoice [user_liangzihan p11].",
)
