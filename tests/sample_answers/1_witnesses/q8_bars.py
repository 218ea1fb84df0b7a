# %% right="barh, names of the rows"
spans = table("events").set_index("row").loc[["hr_berlin_premiere", "sc_publication", "nc_single_day", "hr_party_congress", "hr_publication"]]
fig, ax = new_figure()
ax.barh(spans.index, spans["date_end"] - spans["date"], left=spans["date"])
ax.axvline(pd.Timestamp("2022-07-08"))
ax.text(pd.Timestamp("2022-07-10"), 4.5, "opening")
describe(fig, "five bars and a line")

# %% right="hlines, a legend, five of our own names"
spans = table("events").set_index("row").loc[["hr_berlin_premiere", "sc_publication", "nc_single_day", "hr_party_congress", "hr_publication"]]
fig, ax = new_figure()
ax.hlines(range(5), spans["date"], spans["date_end"], linewidth=8)
ax.set_yticks(range(5), ["premiere", "Screen", "best day", "congress", "THR copy"])
ax.vlines(pd.Timestamp("2022-07-08"), -1, 5, label="release in China")
ax.legend()
describe(fig, "five bars and a line")

# %% right="a loop with plot, names beside the bars, the last day counted in"
events = table("events").set_index("row")
fig, ax = new_figure()
for height, name in enumerate(["hr_publication", "hr_party_congress", "nc_single_day", "sc_publication", "hr_berlin_premiere"]):
    row = events.loc[name]
    ax.plot([row["date"], row["date_end"] + pd.Timedelta(days=1)], [height, height], linewidth=6)
    ax.text(row["date"], height + 0.1, row["what"])
ax.axvline(pd.Timestamp("2022-07-08"), label="Release")
ax.legend()

# %% right="plain matplotlib, bars one by one, lengths in days"
import datetime as dt
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
for i, (name, start, days) in enumerate([("a premiere", dt.date(2022, 1, 1), 364), ("Screen", dt.date(2022, 2, 1), 27), ("one day", dt.date(2022, 9, 1), 29), ("congress", dt.date(2022, 10, 1), 30), ("the copy", dt.date(2023, 1, 1), 200)]):
    ax.barh(i, dt.timedelta(days=days), left=start)
    ax.annotate(name, (start, i))
ax.plot([dt.date(2022, 7, 8)] * 2, [-1, 5])
ax.annotate("上映 (film opens)", (dt.date(2022, 7, 8), 5))
plt.show()

# %% wrong="no-dates" mark=1.5 says="holds no dates"
spans = table("events").set_index("row").loc[["hr_berlin_premiere", "sc_publication", "nc_single_day", "hr_party_congress", "hr_publication"]]
fig, ax = new_figure()
ax.barh(spans.index, (spans["date_end"] - spans["date"]).dt.days)
ax.axvline(7)
ax.text(7, 4.5, "opening")
describe(fig, "five bars")

# %% wrong="bar-count" mark=2 says="at 4 different heights"
spans = table("events").set_index("row").loc[["hr_berlin_premiere", "sc_publication", "hr_party_congress", "hr_publication", "nc_berlin_premiere"]]
fig, ax = new_figure()
ax.barh(spans.index, spans["date_end"] - spans["date"], left=spans["date"])
ax.axvline(pd.Timestamp("2022-07-08"))
ax.text(pd.Timestamp("2022-07-10"), 4.5, "opening")

# %% wrong="bar-count" mark=2 says="at 0 different heights"
spans = table("events").set_index("row").loc[["hr_berlin_premiere", "sc_publication", "nc_single_day", "hr_party_congress", "hr_publication"]]
fig, ax = new_figure()
ax.scatter(spans["date"], spans.index)
ax.axvline(pd.Timestamp("2022-07-08"))
ax.text(pd.Timestamp("2022-07-10"), 4.5, "opening")

# %% wrong="bar-count" mark=2.5 says="at 1 different heights"
spans = table("events").set_index("row").loc[["hr_berlin_premiere", "sc_publication", "nc_single_day", "hr_party_congress", "hr_publication"]]
fig, ax = new_figure()
ax.barh(1, spans["date_end"] - spans["date"], left=spans["date"])
for name, start in spans["date"].items():
    ax.text(start, 1, name)
ax.axvline(pd.Timestamp("2022-07-08"))
ax.text(pd.Timestamp("2022-07-10"), 1.5, "opening")

# %% right="a bar whose own name speaks of an opening"
spans = table("events").set_index("row").loc[["hr_berlin_premiere", "sc_publication", "nc_single_day", "hr_party_congress", "hr_publication"]]
fig, ax = new_figure()
ax.barh(["opening of the festival", "Screen", "best day", "congress", "THR copy"], spans["date_end"] - spans["date"], left=spans["date"])
ax.axvline(pd.Timestamp("2022-07-08"))
ax.text(pd.Timestamp("2022-07-10"), 4.5, "opening")
describe(fig, "five bars and a line")

# %% wrong="no-names" mark=2.5 says="there are 4 names"
spans = table("events").set_index("row").loc[["hr_berlin_premiere", "sc_publication", "nc_single_day", "hr_party_congress", "hr_publication"]]
fig, ax = new_figure()
ax.hlines(range(5), spans["date"], spans["date_end"], linewidth=8)
for height in range(4):
    ax.text(spans["date"].iloc[height], height, spans.index[height])
ax.axvline(pd.Timestamp("2022-07-08"))
ax.text(pd.Timestamp("2022-07-10"), 4.5, "opening")
describe(fig, "five bars, four names")

# %% wrong="no-names" mark=2.5 says="there are 0 names"
spans = table("events").set_index("row").loc[["hr_berlin_premiere", "sc_publication", "nc_single_day", "hr_party_congress", "hr_publication"]]
fig, ax = new_figure()
ax.barh(range(5), spans["date_end"] - spans["date"], left=spans["date"])
ax.axvline(pd.Timestamp("2022-07-08"))
ax.text(pd.Timestamp("2022-07-10"), 4.5, "opening")

# %% wrong="no-line" mark=2 says="no vertical line"
spans = table("events").set_index("row").loc[["hr_berlin_premiere", "sc_publication", "nc_single_day", "hr_party_congress", "hr_publication"]]
fig, ax = new_figure()
ax.barh(spans.index, spans["date_end"] - spans["date"], left=spans["date"])
ax.set_title("before and after the opening")
describe(fig, "five bars")

# %% wrong="no-direct-label" mark=2.5 says="only if there is a legend"
spans = table("events").set_index("row").loc[["hr_berlin_premiere", "sc_publication", "nc_single_day", "hr_party_congress", "hr_publication"]]
fig, ax = new_figure()
ax.barh(spans.index, spans["date_end"] - spans["date"], left=spans["date"])
ax.axvline(pd.Timestamp("2022-07-08"), label="opening")
describe(fig, "five bars and a line")

# %% wrong="other-ranges" mark=2.5 says="of the five ranges"
spans = table("events").set_index("row").loc[["hr_berlin_premiere", "sc_publication", "nc_single_day", "hr_party_congress", "hr_picture_label"]]
fig, ax = new_figure()
ax.barh(spans.index, spans["date_end"] - spans["date"], left=spans["date"])
ax.axvline(pd.Timestamp("2022-07-08"))
ax.text(pd.Timestamp("2022-07-10"), 4.5, "opening")

# %% wrong="premiere-as-opening" mark=2.5 says="premiere in Berlin"
spans = table("events").set_index("row").loc[["hr_berlin_premiere", "sc_publication", "nc_single_day", "hr_party_congress", "hr_publication"]]
fig, ax = new_figure()
ax.barh(spans.index, spans["date_end"] - spans["date"], left=spans["date"])
ax.axvline(pd.Timestamp("2022-02-13"))
ax.text(pd.Timestamp("2022-02-15"), 4.5, "release")

# %% wrong="no-beginning" mark=2.5 says="about 1970"
spans = table("events").set_index("row").loc[["hr_berlin_premiere", "sc_publication", "nc_single_day", "hr_party_congress", "hr_publication"]]
fig, ax = new_figure()
ax.barh(spans.index, (spans["date_end"] - spans["date"]).dt.days)
ax.xaxis_date()
ax.axvline(pd.Timestamp("2022-07-08"))
ax.text(pd.Timestamp("2022-07-10"), 4.5, "opening")

# %% wrong="line-day" mark=2.5 says="another day"
spans = table("events").set_index("row").loc[["hr_berlin_premiere", "sc_publication", "nc_single_day", "hr_party_congress", "hr_publication"]]
fig, ax = new_figure()
ax.barh(spans.index, spans["date_end"] - spans["date"], left=spans["date"])
ax.axvline(pd.Timestamp("2022-08-07"))
ax.text(pd.Timestamp("2022-08-10"), 4.5, "opening")

# %% wrong="empty-figure" mark=0 says="did the cell above stop"
fig, ax = new_figure()
spans = table("events").loc[["hr_berlin_premiere", "sc_publication"]]
ax.barh(spans.index, spans["date_end"] - spans["date"], left=spans["date"])

# %% wrong="not-axes" mark=0 says="Expected a matplotlib Axes"
fig = new_figure()
ax = fig
