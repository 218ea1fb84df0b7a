# %% right="hlines and plot, names from the table"
points, bars = six[six["precision"] == "day"], six[six["precision"] != "day"]
fig, ax = new_figure()
ax.hlines(bars["height"], bars["date"], bars["date_end"], linewidth=8)
ax.plot(points["date"], points["height"], "o")
ax.set_yticks(range(6), six["event"] + ", " + six["basis"])
describe(fig, "two points and four bars")

# %% right="barh, scatter and texts of one's own, a line on a day"
fig, ax = new_figure()
for height, (name, row) in enumerate(six.iterrows()):
    if row["precision"] == "day":
        ax.scatter([row["date"]], [height], marker="D")
    else:
        ax.barh(height, row["date_end"] - row["date"], left=row["date"], height=0.4)
    ax.text(row["date"], height + 0.3, f"{row['what']} (Inferred)" if row["basis"] == "inferred" else f"{row['what']} (Stated)")
ax.set_yticks([])
ax.axvline(pd.Timestamp("2022-09-26"), linestyle=":")

# %% right="names as heights, two marks in two loops"
fig, ax = new_figure(8, 3)
for name, row in six.iterrows():
    label = f"{name}: {row['basis']}"
    if pd.isna(row["date_end"]):
        ax.plot([row["date"]], [label], "s")
    else:
        ax.plot([row["date"], row["date_end"]], [label, label], linewidth=6)
ax.set_xlabel("2022")
describe(fig, "six events")

# %% right="plain matplotlib, another order, the last day counted in"
import datetime as dt
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
spans = [("festival", "stated", dt.date(2022, 1, 1), 365), ("first week", "inferred", dt.date(2022, 7, 8), 7), ("best day", "inferred", dt.date(2022, 9, 1), 30), ("congress", "stated", dt.date(2022, 10, 1), 31)]
for i, (name, basis, start, days_long) in enumerate(spans):
    ax.barh(i, dt.timedelta(days=days_long), left=start)
    ax.annotate(name + " / " + basis, (start, i))
ax.scatter([dt.date(2022, 7, 8), dt.date(2022, 9, 26)], [4, 5])
ax.annotate("opening / inferred", (dt.date(2022, 7, 8), 4))
ax.annotate("removal / inferred", (dt.date(2022, 9, 26), 5))
plt.show()

# %% wrong="no-dates" mark=1 says="holds no dates"
points, bars = six[six["precision"] == "day"], six[six["precision"] != "day"]
fig, ax = new_figure()
ax.barh(bars["height"], (bars["date_end"] - bars["date"]).dt.days)
ax.plot([1, 1], points["height"], "o")
ax.set_yticks(range(6), six["event"] + ", " + six["basis"])
describe(fig, "bars")

# %% wrong="bar-count" mark=1.5 says="at 0 different heights"
fig, ax = new_figure()
ax.plot(six["date"], six["height"], "o")
ax.set_yticks(range(6), six["event"] + ", " + six["basis"])
describe(fig, "six points")

# %% wrong="point-count" mark=2 says="points at 0 heights"
fig, ax = new_figure()
ends = six["date_end"].fillna(six["date"] + pd.Timedelta(days=1))
ax.hlines(six["height"], six["date"], ends, linewidth=8)
ax.set_yticks(range(6), six["event"] + ", " + six["basis"])
describe(fig, "six bars")

# %% wrong="bar-count" mark=2.5 says="at 1 different heights"
points, bars = six[six["precision"] == "day"], six[six["precision"] != "day"]
fig, ax = new_figure()
ax.hlines([2, 2, 2, 2], bars["date"], bars["date_end"], linewidth=8)
ax.plot(points["date"], points["height"], "o")
ax.set_yticks(range(6), six["event"] + ", " + six["basis"])
describe(fig, "four bars on one line")

# %% wrong="no-names" mark=2 says="but six events"
points, bars = six[six["precision"] == "day"], six[six["precision"] != "day"]
fig, ax = new_figure()
ax.hlines(bars["height"], bars["date"], bars["date_end"], linewidth=8)
ax.plot(points["date"], points["height"], "o")
describe(fig, "two points and four bars without names")

# %% wrong="no-basis" mark=2.25 says="0 times"
points, bars = six[six["precision"] == "day"], six[six["precision"] != "day"]
fig, ax = new_figure()
ax.hlines(bars["height"], bars["date"], bars["date_end"], linewidth=8)
ax.plot(points["date"], points["height"], "o")
ax.set_yticks(range(6), six["event"])
describe(fig, "two points and four bars")

# %% wrong="no-basis" mark=2.25 says="0 times"
fig, ax = new_figure()
for basis, colour in [("stated", "black"), ("inferred", "red")]:
    some = six[six["basis"] == basis]
    bars = some[some["precision"] != "day"]
    points = some[some["precision"] == "day"]
    ax.hlines(bars["height"], bars["date"], bars["date_end"], color=colour, linewidth=8, label=basis)
    ax.plot(points["date"], points["height"], "o", color=colour)
ax.set_yticks(range(6), six["event"])
ax.legend()
describe(fig, "two points and four bars, in two colours")

# %% wrong="other-day" mark=2.5 says="not on the day"
points, bars = six[six["precision"] == "day"], six[six["precision"] != "day"]
fig, ax = new_figure()
ax.hlines(bars["height"], bars["date"], bars["date_end"], linewidth=8)
ax.plot([pd.Timestamp("2022-07-08"), pd.Timestamp("2022-09-30")], points["height"], "o")
ax.set_yticks(range(6), six["event"] + ", " + six["basis"])
describe(fig, "two points and four bars")

# %% wrong="no-beginning" mark=2.5 says="about 1970"
points, bars = six[six["precision"] == "day"], six[six["precision"] != "day"]
fig, ax = new_figure()
ax.plot(points["date"], points["height"], "o")
ax.barh(bars["height"], (bars["date_end"] - bars["date"]).dt.days)
ax.set_yticks(range(6), six["event"] + ", " + six["basis"])
describe(fig, "two points and four bars")

# %% wrong="other-ranges" mark=2.5 says="of the four ranges"
points, bars = six[six["precision"] == "day"], six[six["precision"] != "day"]
fig, ax = new_figure()
ax.hlines(bars["height"], bars["date"], bars["date"] + pd.Timedelta(days=7), linewidth=8)
ax.plot(points["date"], points["height"], "o")
ax.set_yticks(range(6), six["event"] + ", " + six["basis"])
describe(fig, "two points and four bars")

# %% wrong="print-as-stated" mark=2.5 says="do not yet state a year"
points, bars = six[six["precision"] == "day"], six[six["precision"] != "day"]
fig, ax = new_figure()
ax.hlines(bars["height"], bars["date"], bars["date_end"], linewidth=8)
ax.plot(points["date"], points["height"], "o")
ax.set_yticks(range(6), six["event"] + ", stated")
describe(fig, "two points and four bars")

# %% wrong="turned-round" mark=2.5 says="exchanged"
points, bars = six[six["precision"] == "day"], six[six["precision"] != "day"]
fig, ax = new_figure()
ax.hlines(bars["height"], bars["date"], bars["date_end"], linewidth=8)
ax.plot(points["date"], points["height"], "o")
ax.set_yticks(range(6), six["event"] + ", " + six["basis"].replace({"stated": "inferred", "inferred": "stated"}))
describe(fig, "two points and four bars")

# %% wrong="other-basis" mark=2.5 says="as often as in the table"
points, bars = six[six["precision"] == "day"], six[six["precision"] != "day"]
fig, ax = new_figure()
ax.hlines(bars["height"], bars["date"], bars["date_end"], linewidth=8)
ax.plot(points["date"], points["height"], "o")
words = ["inferred", "stated", "inferred", "inferred", "stated", "stated"]
ax.set_yticks(range(6), [f"{event} {word}" for event, word in zip(six["event"], words)])
describe(fig, "two points and four bars")

# %% wrong="empty-figure" mark=0 says="did the cell above stop"
fig, ax = new_figure()
points = six[six["precision"] == "days"]
ax.scatter(points["day"], points["height"])

# %% wrong="not-axes" mark=0 says="Expected a matplotlib Axes"
fig = new_figure()
ax = fig
