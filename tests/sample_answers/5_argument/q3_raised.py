# %% right="a dict"
sentences = {"score": "fits", "reason": "raised", "removal": "lowered", "pace": "fits", "hall": "raised", "share": "lowered"}

# %% right="other order and case"
sentences = dict(share="Lowered", hall="Raised", pace="Fits", removal="Lowered", reason="Raised", score="Fits")

# %% right="a Series"
sentences = pd.Series(
    ["fits", "raised", "lowered", "fits", "raised", "lowered"],
    index=["score", "reason", "removal", "pace", "hall", "share"],
)

# %% right="from a table"
sentences = pd.DataFrame(
    {"name": ["score", "reason", "removal", "pace", "hall", "share"], "is": ["fits", "raised", "lowered"] * 2}
).set_index("name")["is"].to_dict()

# %% wrong="belief-as-fact" mark=1.25 says="known or believed"
sentences = {"score": "fits", "reason": "fits", "removal": "lowered", "pace": "fits", "hall": "raised", "share": "lowered"}

# %% wrong="removal-as-rumour" mark=1.25 says="How sure of the removal"
sentences = {"score": "fits", "reason": "raised", "removal": "fits", "pace": "fits", "hall": "raised", "share": "lowered"}

# %% wrong="reading-as-fact" mark=1.25 says="small word"
sentences = {"score": "fits", "reason": "raised", "removal": "lowered", "pace": "fits", "hall": "fits", "share": "lowered"}

# %% wrong="verdict-without-speaker" mark=1.25 says="whose verdict"
sentences = {"score": "fits", "reason": "raised", "removal": "lowered", "pace": "raised", "hall": "raised", "share": "lowered"}

# %% wrong="doubts-documents" mark=1.25 says="together with the platform"
sentences = {"score": "raised", "reason": "raised", "removal": "lowered", "pace": "fits", "hall": "raised", "share": "lowered"}

# %% wrong="description-as-guess" mark=1.25 says="guess here, or describe"
sentences = {"score": "fits", "reason": "raised", "removal": "lowered", "pace": "fits", "hall": "raised", "share": "fits"}

# %% wrong="which-way" mark=1 says="Which of the two is surer"
sentences = {"score": "fits", "reason": "raised", "removal": "raised", "pace": "fits", "hall": "raised", "share": "raised"}

# %% wrong="belief-as-fact" mark=0.5 says="known or believed"
sentences = {name: "fits" for name in ["score", "reason", "removal", "pace", "hall", "share"]}

# %% wrong="missing-entry" mark=1.25 says="share"
sentences = {"score": "fits", "reason": "raised", "removal": "lowered", "pace": "fits", "hall": "raised"}

# %% wrong="other" mark=1.25 says="one of the three words"
sentences = {"score": "fits", "reason": "too sure", "removal": "lowered", "pace": "fits", "hall": "raised", "share": "lowered"}

# %% wrong="type" mark=0 says="Expected a dict"
sentences = ["fits", "raised", "lowered", "fits", "raised", "lowered"]
