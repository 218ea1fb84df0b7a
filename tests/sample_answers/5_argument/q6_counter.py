# %% right="a dict"
counter = {"blood": "user_blue_grotto", "target": "screen", "pace": "uk_review", "tickets": "newschina"}
silence = "blood"

# %% right="other order and case"
counter = dict(tickets="NewsChina", pace="UK_review", target="Screen", blood="user_Blue_Grotto")
silence = "Blood"

# %% right="a Series"
counter = pd.Series(["user_blue_grotto", "screen", "uk_review", "newschina"], index=["blood", "target", "pace", "tickets"])
silence = counter.index[0]

# %% wrong="same-side" mark=1.25 says="read p7"
counter = {"blood": "screen", "target": "screen", "pace": "uk_review", "tickets": "newschina"}
silence = "blood"

# %% wrong="same-side" mark=1.25 says="p13 and p14"
counter = {"blood": "user_liangzihan", "target": "screen", "pace": "uk_review", "tickets": "newschina"}
silence = "blood"

# %% wrong="same-side" mark=1.25 says="makes the claim"
counter = {"blood": "newschina", "target": "screen", "pace": "uk_review", "tickets": "newschina"}
silence = "blood"

# %% wrong="other" mark=1.25 says="beside the claim"
counter = {"blood": "listing_page", "target": "screen", "pace": "uk_review", "tickets": "newschina"}
silence = "blood"

# %% wrong="same-side" mark=1.25 says="p16 and p18"
counter = {"blood": "user_blue_grotto", "target": "user_liangzihan", "pace": "uk_review", "tickets": "newschina"}
silence = "blood"

# %% wrong="same-side" mark=1.25 says="read p13"
counter = {"blood": "user_blue_grotto", "target": "hollywood_reporter_repost", "pace": "uk_review", "tickets": "newschina"}
silence = "blood"

# %% wrong="another-matter" mark=1.25 says="no reason to speak"
counter = {"blood": "user_blue_grotto", "target": "screen", "pace": "listing_page", "tickets": "newschina"}
silence = "blood"

# %% wrong="could-not-know" mark=1.25 says="no tickets yet"
counter = {"blood": "user_blue_grotto", "target": "screen", "pace": "uk_review", "tickets": "screen"}
silence = "blood"

# %% wrong="other-unit-as-silence" mark=1 says="another unit"
counter = {"blood": "user_blue_grotto", "target": "screen", "pace": "uk_review", "tickets": "newschina"}
silence = "tickets"

# %% wrong="contradiction-as-silence" mark=1 says="says something"
counter = {"blood": "user_blue_grotto", "target": "screen", "pace": "uk_review", "tickets": "newschina"}
silence = "target"

# %% wrong="missing-entry" mark=1.25 says="pace"
counter = {"blood": "user_blue_grotto", "target": "screen", "tickets": "newschina"}
silence = "blood"

# %% wrong="other" mark=1.25 says="name of a reading"
counter = {"blood": "the viewer", "target": "screen", "pace": "uk_review", "tickets": "newschina"}
silence = "blood"

# %% wrong="type" mark=0.5 says="Expected a dict"
counter = ["user_blue_grotto", "screen", "uk_review", "newschina"]
silence = "blood"
