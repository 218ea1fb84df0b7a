# %% right="lists"
told_by = {"left_cinemas": ["hollywood_reporter_repost", "user_liangzihan", "uk_review"], "day": ["hollywood_reporter_repost"], "streaming": ["uk_review"], "no_reason": ["hollywood_reporter_repost", "user_liangzihan"]}
older_text = "screen"
independent = "C"

# %% right="sets and another order"
thr, lz, uk = "hollywood_reporter_repost", "user_liangzihan", "uk_review"
told_by = {"no_reason": {lz, thr}, "streaming": {uk}, "day": {thr}, "left_cinemas": {uk, lz, thr}}
older_text = "Screen"
independent = "c"

# %% right="from the table"
rows = table("claims").set_index("claim")["source"]
told_by = {
    "left_cinemas": rows[["hr_c14", "lz_c23", "uk_c04"]],
    "day": rows[["hr_c14"]],
    "streaming": rows[["uk_c04"]],
    "no_reason": rows[["hr_c17", "lz_c24"]],
}
older_text = "screen"
independent = "C"

# %% wrong="end-of-run-as-removal" mark=1.5 says="the end of a run"
told_by = {"left_cinemas": ["hollywood_reporter_repost", "user_liangzihan", "uk_review", "newschina"], "day": ["hollywood_reporter_repost", "newschina"], "streaming": ["uk_review"], "no_reason": ["hollywood_reporter_repost", "user_liangzihan"]}
older_text = "screen"
independent = "C"

# %% wrong="one-missing" mark=1.75 says="in other words"
told_by = {"left_cinemas": ["hollywood_reporter_repost", "user_liangzihan"], "day": ["hollywood_reporter_repost"], "streaming": ["uk_review"], "no_reason": ["hollywood_reporter_repost", "user_liangzihan"]}
older_text = "screen"
independent = "C"

# %% wrong="event-as-day" mark=1.25 says="not to tell its day"
told_by = {"left_cinemas": ["hollywood_reporter_repost", "user_liangzihan", "uk_review"], "day": ["hollywood_reporter_repost", "user_liangzihan", "uk_review"], "streaming": ["uk_review"], "no_reason": ["hollywood_reporter_repost", "user_liangzihan"]}
older_text = "screen"
independent = "A"

# %% wrong="talk-as-streaming" mark=1.25 says="talk about the film"
told_by = {"left_cinemas": ["hollywood_reporter_repost", "user_liangzihan", "uk_review"], "day": ["hollywood_reporter_repost"], "streaming": ["hollywood_reporter_repost", "uk_review"], "no_reason": ["hollywood_reporter_repost", "user_liangzihan"]}
older_text = "newschina"
independent = "C"

# %% wrong="silence-as-statement" mark=1.25 says="is not to say"
told_by = {"left_cinemas": ["hollywood_reporter_repost", "user_liangzihan", "uk_review"], "day": ["hollywood_reporter_repost"], "streaming": ["uk_review"], "no_reason": ["hollywood_reporter_repost", "user_liangzihan", "uk_review"]}
older_text = "screen"
independent = "B"

# %% wrong="later-silence" mark=1.5 says="updated after the removal"
told_by = {"left_cinemas": ["hollywood_reporter_repost", "user_liangzihan", "uk_review"], "day": ["hollywood_reporter_repost"], "streaming": ["uk_review"], "no_reason": ["hollywood_reporter_repost", "user_liangzihan"]}
older_text = "newschina"
independent = "C"

# %% wrong="undated-as-older" mark=1.5 says="may be later than the removal"
told_by = {"left_cinemas": ["hollywood_reporter_repost", "user_liangzihan", "uk_review"], "day": ["hollywood_reporter_repost"], "streaming": ["uk_review"], "no_reason": ["hollywood_reporter_repost", "user_liangzihan"]}
older_text = "user_wurideflame"
independent = "C"

# %% wrong="all-or-nothing" mark=1.5 says="weak in one thing"
told_by = {"left_cinemas": ["hollywood_reporter_repost", "user_liangzihan", "uk_review"], "day": ["hollywood_reporter_repost"], "streaming": ["uk_review"], "no_reason": ["hollywood_reporter_repost", "user_liangzihan"]}
older_text = "screen"
independent = "D"

# %% wrong="missing-entry" mark=1.75 says="streaming"
told_by = {"left_cinemas": ["hollywood_reporter_repost", "user_liangzihan", "uk_review"], "day": ["hollywood_reporter_repost"], "no_reason": ["hollywood_reporter_repost", "user_liangzihan"]}
older_text = "screen"
independent = "C"

# %% wrong="unknown-item" mark=1 says="list of names of readings"
told_by = {"left_cinemas": ["p8", "p18", "p3"], "day": ["p8"], "streaming": ["p3"], "no_reason": ["p8", "p18"]}
older_text = "screen"
independent = "C"

# %% wrong="type" mark=1.5 says="a text"
told_by = {"left_cinemas": ["hollywood_reporter_repost", "user_liangzihan", "uk_review"], "day": "hollywood_reporter_repost", "streaming": "uk_review", "no_reason": ["hollywood_reporter_repost", "user_liangzihan"]}
older_text = "screen"
independent = "C"

# %% wrong="vague-as-day" mark=1.5 says="is not a day"
told_by = {"left_cinemas": ["hollywood_reporter_repost", "user_liangzihan", "uk_review"], "day": ["hollywood_reporter_repost", "uk_review"], "streaming": ["user_liangzihan", "uk_review"], "no_reason": ["hollywood_reporter_repost", "user_liangzihan"]}
older_text = "screen"
independent = "C"
