# %% right="two letters"
may_write = "C"
with_160 = "A"

# %% right="small letters"
may_write = "c"
with_160 = "a"

# %% right="chosen by computing"
may_write = " C."
def width(k, n):
    ends = binomtest(k, n).proportion_ci(method="wilson")
    return ends.high - ends.low
with_160 = "A" if 0.2 < width(150, 160) / width(15, 16) < 0.5 else "B"

# %% wrong="reviewers-as-viewers" mark=0.5 says="reviews by critics"
may_write = "A"
with_160 = "A"

# %% wrong="share-as-score" mark=0.5 says="is not a score"
may_write = "B"
with_160 = "A"

# %% wrong="no-uncertainty" mark=0.5 says="goes beyond them"
may_write = "D"
with_160 = "A"

# %% wrong="width-in-proportion" mark=0.5 says="ten times narrower"
may_write = "C"
with_160 = "B"

# %% wrong="width-from-share" mark=0.5 says="does not settle the width"
may_write = "C"
with_160 = "C"

# %% wrong="reviewers-as-viewers" mark=0 says="reviews by critics"
may_write = "A"
with_160 = "D"

# %% wrong="more-is-wider" mark=0.5 says="More reviews tell more"
may_write = "C"
with_160 = "D"

# %% wrong="other" mark=0.5 says="one of the letters"
may_write = "C"
with_160 = "a third as wide"

# %% wrong="unanswered" mark=0.5 says="does not exist"
may_write = "C"
