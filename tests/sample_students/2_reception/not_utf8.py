# ---
# jupyter:
#   sample_student:
#     name: Other Encoding
#     about: Saves the notebook in an editor that writes GBK, not UTF-8.
#     starts_from: release
#     score: 3.75
#     encoding: gb18030
# ---

# %% grade_id="reception_q2_scale"
def share_of_scale(score, worst, best):
    """分数在量表上的位置。"""
    return (score - worst) / (best - worst)

# %% grade_id="reception_q10_names"
hero_form = {
    "screen": "full_name",
    "uk_review": "nickname",  # 铁
    "user_liangzihan": "nickname",  # 老四
    "user_blue_grotto": "role_only",
}
lao_si = "D"

# %% [markdown] grade_id="reception_q11_outcome"
# 《隐入尘烟》：the insiders expected 2 million yuan [newschina p32]; the film earned 100 million [newschina p9]. The
# forecast is refuted. Both are totals in yuan. Who the insiders were is not told.
