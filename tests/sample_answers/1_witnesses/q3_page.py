# %% right="days as text"
post_between = ("2022-09-26", "2022-12-12")
narrows = "B"

# %% right="taken from the table"
rows = table("events").set_index("row")
post_between = [rows.loc["hr_china_removal", "date"], pd.Timestamp("2022-12-12")]
narrows = "b"

# %% right="as a column"
post_between = pd.to_datetime(["2022-09-26", "2022-12-12"])
narrows = " B "

# %% right="datetime"
import datetime
post_between = datetime.date(2022, 9, 26), datetime.date(2022, 12, 12)
narrows = "B"

# %% wrong="knows-more" mark=1.5 says="that the film had opened"
post_between = ("2022-07-08", "2022-12-12")
narrows = "B"

# %% wrong="knows-more" mark=0.5 says="that the film had opened"
post_between = ("2022-07-01", "2022-12-12")
narrows = "A"

# %% wrong="furniture-dates-text" mark=0 says="how old the blog is"
post_between = ("2011-01-01", "2023-12-31")
narrows = "A"

# %% wrong="furniture-dates-text" mark=1.5 says="as it was saved"
post_between = ("2022-09-26", "2023-12-31")
narrows = "B"

# %% wrong="furniture-dates-text" mark=0.5 says="as it was saved"
post_between = ("2022-09-26", "2023-01-01")
narrows = "C"

# %% wrong="end-of-run" mark=0.5 says="end of a run"
post_between = ("2022-09-30", "2022-12-12")
narrows = "D"

# %% wrong="comment-as-post" mark=1.5 says="was there already"
post_between = ("2022-12-12", "2022-12-12")
narrows = "B"

# %% wrong="swapped" mark=1 says="comes first"
post_between = ("2022-12-12", "2022-09-26")
narrows = "B"

# %% wrong="no-date" mark=1 says="year, month, day"
post_between = ("after the removal", "before the comment")
narrows = "B"

# %% wrong="type" mark=1 says="a text"
post_between = "2022-09-26 to 2022-12-12"
narrows = "B"

# %% wrong="later-copy" mark=1 says="was still there"
post_between = ("2022-09-26", "2022-12-12")
narrows = "C"

# %% wrong="other-end" mark=1 says="the other end"
post_between = ("2022-09-26", "2022-12-12")
narrows = "D"

# %% wrong="furniture-dates-text" mark=1 says="This dates the list"
post_between = ("2022-09-26", "2022-12-12")
narrows = "A"

# %% wrong="day-too-few" mark=1.5 says="of one day"
post_between = ("2022-09-26", "2022-12-11")
narrows = "B"

# %% wrong="whole-year" mark=1.5 says="the whole year"
post_between = ("2022-09-26", "2022-12-31")
narrows = "B"
