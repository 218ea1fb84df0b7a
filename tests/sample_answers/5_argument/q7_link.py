# %% right="a dict"
linked_by = {"buried": "user_liangzihan", "emblem": "nobody", "moment": "hollywood_reporter_repost", "audience": "screen"}

# %% right="other order and case"
linked_by = dict(audience="Screen", moment="hollywood_reporter_repost", emblem="Nobody", buried="user_liangzihan")

# %% right="a Series"
linked_by = pd.Series(
    ["user_liangzihan", "nobody", "hollywood_reporter_repost", "screen"],
    index=["buried", "emblem", "moment", "audience"],
)

# %% wrong="invents-link" mark=0.75 says="Who joins them"
linked_by = {"buried": "user_liangzihan", "emblem": "user_liangzihan", "moment": "hollywood_reporter_repost", "audience": "screen"}

# %% wrong="invents-link" mark=0.75 says="any picture"
linked_by = {"buried": "user_liangzihan", "emblem": "hollywood_reporter_repost", "moment": "hollywood_reporter_repost", "audience": "screen"}

# %% wrong="overlooks-link" mark=0.25 says="in one sentence"
linked_by = {"buried": "nobody", "emblem": "nobody", "moment": "nobody", "audience": "nobody"}

# %% wrong="event-without-link" mark=0.75 says="speak of a life"
linked_by = {"buried": "uk_review", "emblem": "nobody", "moment": "hollywood_reporter_repost", "audience": "screen"}

# %% wrong="opposite" mark=0.75 says="in the middle"
linked_by = {"buried": "user_liangzihan", "emblem": "nobody", "moment": "hollywood_reporter_repost", "audience": "uk_review"}

# %% wrong="other" mark=0.75 says="speaks of the congress"
linked_by = {"buried": "user_liangzihan", "emblem": "nobody", "moment": "user_liangzihan", "audience": "screen"}

# %% wrong="missing-entry" mark=0.75 says="audience"
linked_by = {"buried": "user_liangzihan", "emblem": "nobody", "moment": "hollywood_reporter_repost"}

# %% wrong="type" mark=0 says="Expected a dict"
linked_by = "user_liangzihan"
