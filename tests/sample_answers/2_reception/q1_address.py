# %% right="both typed after a search"
first_week_paragraph = "p32"
slow_witnesses = 2

# %% right="computed with pandas"
hits = keyword_in_context("slow*")
first_week_paragraph = keyword_in_context("first week").iloc[0]["paragraph"]
slow_witnesses = hits["source"].nunique()

# %% right="a set in a loop"
first_week_paragraph = " P32 "
found = set()
for i, row in keyword_in_context("slow*").iterrows():
    found.add(row["source"])
slow_witnesses = len(found)

# %% right="a sum over the readings, as a numpy number"
first_week_paragraph = reading("newschina")["p32"].number
slow_witnesses = np.sum([len(keyword_in_context("slow*", reading(s))) > 0 for s in table("sources")["source"]])

# %% wrong="other-first-week" mark=0.5 says="first week of a month"
first_week_paragraph = "p33"
slow_witnesses = 2

# %% wrong="counts-hits" mark=0.5 says="counts the places"
first_week_paragraph = "p32"
slow_witnesses = len(keyword_in_context("slow*"))

# %% wrong="no-star" mark=0.5 says="need the star"
first_week_paragraph = "p32"
slow_witnesses = keyword_in_context("slow")["source"].nunique()

# %% wrong="forecast-paragraph" mark=0 says="no first week"
first_week_paragraph = "p9"
slow_witnesses = 5

# %% wrong="other" mark=0.5 says='such as "p4"'
first_week_paragraph = "newschina p32"
slow_witnesses = 2

# %% wrong="range" mark=0.5 says="from 0 to 8"
first_week_paragraph = "p32"
slow_witnesses = len(keyword_in_context("slow*")["source"]) * 2

# %% wrong="type" mark=0.5 says="text in quotation marks"
first_week_paragraph = 32
slow_witnesses = 2

# %% wrong="unanswered" mark=0 says="does not exist"
firstweek = "p32"
slow = 2
