# %% right="both typed after a search"
first_week_paragraph = "p32"
peasant_readings = 4

# %% right="computed with pandas"
hits = keyword_in_context("peasant*")
first_week_paragraph = keyword_in_context("first week").iloc[0]["paragraph"]
peasant_readings = hits["source"].nunique()

# %% right="a set in a loop"
first_week_paragraph = " P32 "
found = set()
for i, row in keyword_in_context("peasant*").iterrows():
    found.add(row["source"])
peasant_readings = len(found)

# %% right="a sum over the readings, as a numpy number"
first_week_paragraph = reading("newschina")["p32"].number
peasant_readings = np.sum([len(keyword_in_context("peasant*", reading(s))) > 0 for s in table("sources")["source"]])

# %% right="a whole address"
first_week_paragraph = "[newschina p32]"
peasant_readings = 4.0

# %% wrong="other-first-week" mark=0.5 says="first week of a month"
first_week_paragraph = "p33"
peasant_readings = 4

# %% wrong="counts-hits" mark=0.5 says="counts the places"
first_week_paragraph = "p32"
peasant_readings = len(keyword_in_context("peasant*"))

# %% wrong="no-star" mark=0.5 says="need the star"
first_week_paragraph = "p32"
peasant_readings = keyword_in_context("peasant")["source"].nunique()

# %% wrong="forecast-paragraph" mark=0 says="no first week"
first_week_paragraph = "p9"
peasant_readings = 5

# %% wrong="other" mark=0.5 says="such as"
first_week_paragraph = "32"
peasant_readings = 4

# %% wrong="range" mark=0.5 says="from 0 to 8"
first_week_paragraph = "p32"
peasant_readings = len(keyword_in_context("peasant*")["source"]) * 2

# %% wrong="type" mark=0.5 says="text in quotation marks"
first_week_paragraph = 32
peasant_readings = 4

# %% wrong="unanswered" mark=0 says="does not exist"
firstweek = "p32"
peasants = 4
