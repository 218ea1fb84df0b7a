# %% right="a dict"
linked_by = {"longing": "newschina", "emblem": "nobody", "passive": "uk_review", "audience": "screen"}

# %% right="other order and case"
linked_by = dict(audience="Screen", passive="UK_review", emblem="Nobody", longing="NewsChina")

# %% right="a Series"
linked_by = pd.Series(
    ["newschina", "nobody", "uk_review", "screen"],
    index=["longing", "emblem", "passive", "audience"],
)

# %% wrong="invents-link" mark=0.75 says="Who joins them"
linked_by = {"longing": "newschina", "emblem": "user_liangzihan", "passive": "uk_review", "audience": "screen"}

# %% wrong="invents-link" mark=0.75 says="any picture"
linked_by = {"longing": "newschina", "emblem": "hollywood_reporter_repost", "passive": "uk_review", "audience": "screen"}

# %% wrong="overlooks-link" mark=0.25 says="in one sentence"
linked_by = {"longing": "nobody", "emblem": "nobody", "passive": "nobody", "audience": "nobody"}

# %% wrong="event-without-link" mark=0.75 says="their wishes"
linked_by = {"longing": "hollywood_reporter_repost", "emblem": "nobody", "passive": "uk_review", "audience": "screen"}

# %% wrong="event-without-link" mark=0.75 says="their wishes"
linked_by = {"longing": "user_liangzihan", "emblem": "nobody", "passive": "uk_review", "audience": "screen"}

# %% wrong="opposite" mark=0.75 says="in the middle"
linked_by = {"longing": "newschina", "emblem": "nobody", "passive": "uk_review", "audience": "uk_review"}

# %% wrong="opposite" mark=0.75 says="Is that a complaint"
linked_by = {"longing": "newschina", "emblem": "nobody", "passive": "screen", "audience": "screen"}

# %% wrong="other" mark=0.75 says="how long the film feels"
linked_by = {"longing": "newschina", "emblem": "nobody", "passive": "user_liangzihan", "audience": "screen"}

# %% wrong="other" mark=0.75 says="about its viewers"
linked_by = {"longing": "uk_review", "emblem": "nobody", "passive": "uk_review", "audience": "screen"}

# %% wrong="missing-entry" mark=0.75 says="audience"
linked_by = {"longing": "newschina", "emblem": "nobody", "passive": "uk_review"}

# %% wrong="type" mark=0 says="Expected a dict"
linked_by = "newschina"
