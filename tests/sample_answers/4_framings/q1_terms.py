# %% right="copied words"
chinese = {"long shot": "全景", "closeup": "特写", "long take": "长镜头"}
two_meanings = "中景"

# %% right="a Series from the table, the fourth word found by counting"
terms = table("terms")
chinese = terms[terms["english"].isin(["long shot", "closeup", "long take"])].set_index("english")["chinese"]
shared = terms[terms["chinese"].duplicated(keep=False)]
two_meanings = shared[shared["field"] == "shot"]["chinese"].iloc[0]

# %% right="other case, spaces, more terms than asked, older characters"
chinese = {"Long take": "長鏡頭", "Closeup": " 特寫 ", "Long shot": "全景 ", "medium shot": "中景"}
two_meanings = " 中景"

# %% wrong="long-as-time" mark=0.75 says="how long a shot lasts"
chinese = {"long shot": "长镜头", "closeup": "特写", "long take": "长镜头"}
two_meanings = "中景"

# %% wrong="long-as-time" mark=0.5 says="how long a shot lasts"
chinese = {"long shot": "长镜头", "closeup": "特写", "long take": "全景"}
two_meanings = "中景"

# %% wrong="time-as-size" mark=0.75 says="long in time"
chinese = {"long shot": "全景", "closeup": "特写", "long take": "全景"}
two_meanings = "中景"

# %% wrong="one-step-too-near" mark=0.75 says="one step nearer"
chinese = {"long shot": "全景", "closeup": "大特写", "long take": "长镜头"}
two_meanings = "中景"

# %% wrong="one-step-too-far" mark=0.5 says="one step farther away"
chinese = {"long shot": "远景", "closeup": "近景", "long take": "长镜头"}
two_meanings = "中景"

# %% wrong="depth-only" mark=0.75 says="zone of depth only"
chinese = {"long shot": "全景", "closeup": "特写", "long take": "长镜头"}
two_meanings = "前景"

# %% wrong="size-only" mark=0.75 says="sounds like a zone"
chinese = {"long shot": "全景", "closeup": "特写", "long take": "长镜头"}
two_meanings = "近景"

# %% wrong="other-pair" mark=0.75 says="is one of them a zone"
chinese = {"long shot": "全景", "closeup": "特写", "long take": "长镜头"}
two_meanings = "镜头"

# %% wrong="other" mark=0.75 says="in two rows of the table"
chinese = {"long shot": "全景", "closeup": "特写", "long take": "长镜头"}
two_meanings = "构图"

# %% wrong="any-shot" mark=0.75 says="of any length"
chinese = {"long shot": "全景", "closeup": "特写", "long take": "镜头"}
two_meanings = "中景"

# %% wrong="type" mark=0 says="copy the word from the column"
chinese = {"long shot": "quánjǐng", "closeup": "tèxiě", "long take": "cháng jìngtóu"}
two_meanings = "zhōngjǐng"

# %% wrong="type" mark=0.75 says="copy a word from the column"
chinese = {"long shot": "全景", "closeup": "特写", "long take": "长镜头"}
two_meanings = ["中景"]

# %% wrong="missing-entry" mark=0.75 says="long take"
chinese = {"long shot": "全景", "closeup": "特写"}
two_meanings = "中景"

# %% wrong="type" mark=0.25 says="Expected a dict"
chinese = ["全景", "特写", "长镜头"]
two_meanings = "中景"
