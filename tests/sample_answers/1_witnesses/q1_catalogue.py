# %% right="filtered, as a list"
sources = table("sources")
undated = list(sources[sources["date"].isna()]["source"])
documents = 5

# %% right="a column, as it comes"
catalogue = table("sources").set_index("source")
undated = catalogue.index[catalogue["date"].isnull()]
documents = len(catalogue) - 3

# %% right="typed in another order, as a set"
undated = {"user_blue_grotto", "uk_review", "user_wurideflame", "user_liangzihan"}
documents = 5.0

# %% right="a loop over readings"
undated = []
for name in table("sources")["source"]:
    if reading(name).meta["date"] == "unknown":
        undated.append(name)
documents = 5

# %% wrong="turned-round" mark=0.5 says="have an entry"
sources = table("sources")
undated = list(sources[sources["date"].notna()]["source"])
documents = 5

# %% wrong="inexact-as-missing" mark=0.5 says="only to the month or the year"
sources = table("sources")
undated = list(sources[sources["date_precision"] != "day"]["source"])
documents = 5

# %% wrong="other-column" mark=0.5 says="another column"
sources = table("sources")
undated = list(sources[sources["author_as_printed"].isna()]["source"])
documents = 5

# %% wrong="users-only" mark=0 says="Not only viewers"
undated = ["user_wurideflame", "user_liangzihan", "user_blue_grotto"]
documents = 8

# %% wrong="outlets-as-documents" mark=0.5 says="can still be one page"
sources = table("sources")
undated = sources.loc[sources["date"].isna(), "source"]
documents = sources["outlet"].nunique()

# %% wrong="texts-as-documents" mark=0.5 says="came on the same page"
sources = table("sources")
undated = sources.loc[sources["date"].isna(), "source"]
documents = len(sources)

# %% wrong="page-left-out" mark=0.5 says="the page itself"
sources = table("sources")
undated = sources.loc[sources["date"].isna(), "source"]
documents = 4

# %% wrong="type" mark=0.5 says="a whole table"
sources = table("sources")
undated = sources[sources["date"].isna()]
documents = 5

# %% wrong="unknown-item" mark=0.5 says="Write names of readings"
undated = ["UK review", "wurideflame", "liangzihan", "Blue-Grotto"]
documents = 5

# %% wrong="type" mark=0.5 says="a whole number"
sources = table("sources")
undated = sources["date"].isna().sum()
documents = 5

# %% wrong="unanswered" mark=0.5 says="does not exist"
sources = table("sources")
undated = sources.loc[sources["date"].isna(), "source"]
