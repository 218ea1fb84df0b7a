# %% right="a dict"
counter = {"removal": "newschina", "target": "screen", "pace": "uk_review", "tickets": "newschina"}
silence = "removal"

# %% right="other order and case"
counter = dict(tickets="NewsChina", pace="UK_review", target="Screen", removal="newschina")
silence = "Removal"

# %% right="a Series"
counter = pd.Series(["newschina", "screen", "uk_review", "newschina"], index=["removal", "target", "pace", "tickets"])
silence = counter.index[0]

# %% wrong="could-not-know" mark=1.25 says="could not know of September"
counter = {"removal": "screen", "target": "screen", "pace": "uk_review", "tickets": "newschina"}
silence = "removal"

# %% wrong="same-side" mark=1.25 says="same in its own way"
counter = {"removal": "uk_review", "target": "screen", "pace": "uk_review", "tickets": "newschina"}
silence = "removal"

# %% wrong="same-side" mark=1.25 says="p16 and p18"
counter = {"removal": "newschina", "target": "user_liangzihan", "pace": "uk_review", "tickets": "newschina"}
silence = "removal"

# %% wrong="same-side" mark=1.25 says="read p13"
counter = {"removal": "newschina", "target": "hollywood_reporter_repost", "pace": "uk_review", "tickets": "newschina"}
silence = "removal"

# %% wrong="another-matter" mark=1.25 says="no reason to speak"
counter = {"removal": "newschina", "target": "screen", "pace": "listing_page", "tickets": "newschina"}
silence = "removal"

# %% wrong="could-not-know" mark=1.25 says="no tickets yet"
counter = {"removal": "newschina", "target": "screen", "pace": "uk_review", "tickets": "screen"}
silence = "removal"

# %% wrong="other-unit-as-silence" mark=1 says="another unit"
counter = {"removal": "newschina", "target": "screen", "pace": "uk_review", "tickets": "newschina"}
silence = "tickets"

# %% wrong="contradiction-as-silence" mark=1 says="says something"
counter = {"removal": "newschina", "target": "screen", "pace": "uk_review", "tickets": "newschina"}
silence = "target"

# %% wrong="missing-entry" mark=1.25 says="pace"
counter = {"removal": "newschina", "target": "screen", "tickets": "newschina"}
silence = "removal"

# %% wrong="other" mark=1.25 says="name of a reading"
counter = {"removal": "the magazine", "target": "screen", "pace": "uk_review", "tickets": "newschina"}
silence = "removal"

# %% wrong="type" mark=0.5 says="Expected a dict"
counter = ["newschina", "screen", "uk_review", "newschina"]
silence = "removal"
