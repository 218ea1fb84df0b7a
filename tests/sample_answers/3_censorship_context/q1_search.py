# %% right="typed"
tellers = ["hollywood_reporter_repost p8", "uk_review p3", "user_liangzihan p18"]
pulled_misses = "hollywood_reporter_repost"

# %% right="chosen from the hits, as a column"
hits = keyword_in_context("cinemas")
addresses = hits["source"] + " " + hits["paragraph"]
tellers = addresses[~addresses.isin(["uk_review p1", "uk_review p10"])]
pulled_misses = (set(hits["source"]) - set(keyword_in_context("pulled")["source"])).pop()

# %% right="a set, and capitals"
tellers = {"User_liangzihan p18", "UK_review p3", "Hollywood_Reporter_repost p8"}
pulled_misses = "Hollywood_Reporter_repost"

# %% right="a loop over addresses"
tellers = ()
for source, paragraph in [("uk_review", "p3"), ("user_liangzihan", "p18"), ("hollywood_reporter_repost", "p8")]:
    tellers += (f"{source} {paragraph}",)
pulled_misses = tellers[2].split()[0]

# %% wrong="hits-as-tellers" mark=0.5 says="These are all hits"
hits = keyword_in_context("cinemas")
tellers = list(hits["source"] + " " + hits["paragraph"])
pulled_misses = "hollywood_reporter_repost"

# %% wrong="other-cinemas" mark=0.5 says="cinemas elsewhere"
tellers = ["hollywood_reporter_repost p8", "uk_review p3", "uk_review p10", "user_liangzihan p18"]
pulled_misses = "hollywood_reporter_repost"

# %% wrong="other-cinemas" mark=0.5 says="a section of a page"
tellers = ["hollywood_reporter_repost p8", "uk_review p1", "uk_review p3", "user_liangzihan p18"]
pulled_misses = "hollywood_reporter_repost"

# %% wrong="one-missing" mark=0 says="One more hit"
tellers = ["hollywood_reporter_repost p8", "uk_review p3"]
pulled_misses = "user_liangzihan"

# %% wrong="day-as-telling" mark=0.5 says="need not give a day"
tellers = ["hollywood_reporter_repost p8"]
pulled_misses = "hollywood_reporter_repost"

# %% wrong="end-of-run-as-removal" mark=0.5 says="the end of a run"
tellers = ["hollywood_reporter_repost p8", "uk_review p3", "user_liangzihan p18"]
pulled_misses = "newschina"

# %% wrong="case-of-letters" mark=0.5 says="capital letter"
tellers = ["hollywood_reporter_repost p8", "uk_review p3", "user_liangzihan p18"]
pulled_misses = "uk_review"

# %% wrong="unknown-item" mark=0.5 says="as addresses in a list"
tellers = ["hollywood_reporter_repost", "uk_review", "user_liangzihan"]
pulled_misses = "hollywood_reporter_repost"

# %% wrong="type" mark=0.5 says="a whole table"
tellers = keyword_in_context("cinemas").query("paragraph != 'p1'")
pulled_misses = "hollywood_reporter_repost"

# %% wrong="unanswered" mark=0.5 says="does not exist"
tellers = ["hollywood_reporter_repost p8", "uk_review p3", "user_liangzihan p18"]
