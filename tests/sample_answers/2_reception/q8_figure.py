# %% right="line with markers and axhline"
rows = table("box_office").set_index("figure").loc[["nc_first_week", "nc_september_from", "nc_september_to"]]
fig, ax = new_figure()
ax.plot(rows["date"], rows["amount_cny"], "o-")
ax.axhline(2_000_000)
ax.text(rows["date"].iloc[0], 2_200_000, "Forecast: 2 million yuan")
ax.set_yscale("log")
ax.set_xlabel("date")
ax.set_ylabel("takings in yuan")
describe(fig, "three points far above a line")

# %% right="points, legend, semilogarithmic, in millions"
box = table("box_office")
box = box[box["figure"].isin(["nc_first_week", "nc_september_from", "nc_september_to"])]
fig, ax = new_figure()
ax.scatter(box["date"], box["amount_cny"] / 1e6, label="takings")
ax.hlines(2, box["date"].min(), box["date"].max(), label="forecast of the insiders")
ax.semilogy()
ax.legend()
ax.set_ylabel("million yuan")

# %% right="bars on a date axis, plain matplotlib"
import datetime as dt
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
days = [dt.date(2022, 7, 14), dt.date(2022, 9, 1), dt.date(2022, 9, 7)]
ax.bar(days, [1.57e6, 30e6, 100e6], width=2)
ax.plot([days[0], days[-1]], [2e6, 2e6])
ax.annotate("predicted", (days[0], 2e6))
ax.set_yscale("log")
ax.set_ylabel("票房（元）")
plt.show()

# %% right="drawn by pandas"
box = table("box_office").set_index("figure")
chosen = box.loc[["nc_first_week", "nc_september_from", "nc_september_to"], ["date", "amount_cny"]].astype({"amount_cny": float})
fig, ax = new_figure()
chosen.plot(x="date", y="amount_cny", style="o", logy=True, ax=ax)
ax.axhline(box.loc["nc_forecast_total", "amount_cny"], linestyle="--", label="forecast")
ax.legend()
ax.set_ylabel("gross (CNY)")
describe(fig, "gross against forecast")

# %% wrong="not-log" mark=2.5 says="lies flat"
rows = table("box_office").set_index("figure").loc[["nc_first_week", "nc_september_from", "nc_september_to"]]
fig, ax = new_figure()
ax.plot(rows["date"], rows["amount_cny"], "o-")
ax.axhline(2_000_000)
ax.text(rows["date"].iloc[0], 2_200_000, "forecast")
ax.set_ylabel("yuan")

# %% wrong="no-dates" mark=2.5 says="does not hold dates"
rows = table("box_office").set_index("figure").loc[["nc_first_week", "nc_september_from", "nc_september_to"]]
fig, ax = new_figure()
ax.plot(["July", "1 September", "7 September"], rows["amount_cny"], "o-")
ax.axhline(2_000_000)
ax.text(0, 2_200_000, "forecast")
ax.set_yscale("log")
ax.set_ylabel("yuan")

# %% wrong="no-label" mark=2.5 says="has no label"
rows = table("box_office").set_index("figure").loc[["nc_first_week", "nc_september_from", "nc_september_to"]]
fig, ax = new_figure()
ax.plot(rows["date"], rows["amount_cny"], "o-")
ax.axhline(2_000_000)
ax.text(rows["date"].iloc[0], 2_200_000, "forecast")
ax.set_yscale("log")

# %% wrong="no-direct-label" mark=2.5 says="only if there is a legend"
rows = table("box_office").set_index("figure").loc[["nc_first_week", "nc_september_from", "nc_september_to"]]
fig, ax = new_figure()
ax.plot(rows["date"], rows["amount_cny"], "o-")
ax.axhline(2_000_000, label="forecast")
ax.set_yscale("log")
ax.set_ylabel("takings (yuan)")

# %% wrong="no-unit" mark=1 says="does not name the yuan"
rows = table("box_office").set_index("figure").loc[["nc_first_week", "nc_september_from", "nc_september_to"]]
fig, ax = new_figure()
ax.plot(rows["date"], rows["amount_usd"], "o-")
ax.set_yscale("log")
ax.set_ylabel("US$")
describe(fig, "takings in dollars")

# %% wrong="point-count" mark=2.5 says="4 heights"
rows = table("box_office").set_index("figure").loc[["nc_first_week", "nc_september_from", "nc_single_day", "nc_september_to"]]
fig, ax = new_figure()
ax.plot(rows["date"], rows["amount_cny"], "o-")
ax.axhline(2_000_000)
ax.text(rows["date"].iloc[0], 2_200_000, "forecast")
ax.set_yscale("log")
ax.set_ylabel("yuan")

# %% wrong="points" mark=2 says="in the unit of its label"
rows = table("box_office").set_index("figure").loc[["nc_first_week", "nc_september_from", "nc_september_to"]]
fig, ax = new_figure()
ax.plot(rows["date"], rows["amount_cny"] / 1_000_000, "o-")
ax.axhline(2)
ax.text(rows["date"].iloc[0], 2.2, "forecast")
ax.set_yscale("log")
ax.set_ylabel("takings (yuan)")

# %% wrong="forecast-height" mark=2.5 says="not at the forecast"
rows = table("box_office").set_index("figure").loc[["nc_first_week", "nc_september_from", "nc_september_to"]]
fig, ax = new_figure()
ax.plot(rows["date"], rows["amount_cny"], "o-")
ax.axhline(1_570_000)
ax.text(rows["date"].iloc[0], 2_200_000, "forecast")
ax.set_yscale("log")
ax.set_ylabel("yuan")

# %% wrong="not-axes" mark=0 says="Expected a matplotlib Axes"
fig = new_figure()
ax = fig

# %% wrong="unanswered" mark=0 says="does not exist"
figure, axes = new_figure()
axes.set_yscale("log")

# %% wrong="point-count" mark=2.5 says="2 heights"
rows = table("box_office").set_index("figure").loc[["nc_first_week", "nc_september_to"]]
fig, ax = new_figure()
ax.plot(rows["date"], rows["amount_cny"], "o-")
ax.axhline(2_000_000)
ax.text(rows["date"].iloc[0], 2_200_000, "forecast")
ax.set_yscale("log")
ax.set_ylabel("yuan")

# %% wrong="day-among-totals" mark=2.5 says="a single day"
rows = table("box_office").set_index("figure").loc[["nc_first_week", "nc_single_day", "nc_september_to"]]
fig, ax = new_figure()
ax.plot(rows["date"], rows["amount_cny"], "o")
ax.axhline(2_000_000)
ax.text(rows["date"].iloc[0], 2_200_000, "forecast")
ax.set_yscale("log")
ax.set_ylabel("yuan")

# %% wrong="points" mark=2.5 says="Not all three sums"
fig, ax = new_figure()
ax.plot(pd.to_datetime(["2022-07-14", "2022-09-01", "2022-09-07"]), [1.57e6, 3e6, 100e6], "o")
ax.axhline(2_000_000)
ax.text(pd.Timestamp("2022-07-14"), 2_200_000, "forecast")
ax.set_yscale("log")
ax.set_ylabel("yuan")

# %% wrong="point-count" mark=2.5 says="There are points at"
rows = table("box_office").dropna(subset=["date", "amount_cny"])
fig, ax = new_figure()
ax.plot(rows["date"], rows["amount_cny"].astype(float), "o")
ax.axhline(2_000_000)
ax.text(rows["date"].iloc[0], 2_200_000, "forecast")
ax.set_yscale("log")
ax.set_ylabel("yuan")

# %% wrong="far-off-line" mark=2.5 says="with the right zeros"
rows = table("box_office").set_index("figure").loc[["nc_first_week", "nc_september_from", "nc_september_to"]]
fig, ax = new_figure()
ax.plot(rows["date"], rows["amount_cny"], "o-")
ax.axhline(9_000)
ax.text(rows["date"].iloc[0], 10_000, "forecast")
ax.set_yscale("log")
ax.set_ylabel("yuan")

# %% wrong="far-off-line" mark=2.5 says="with the right zeros"
rows = table("box_office").set_index("figure").loc[["nc_first_week", "nc_september_from", "nc_september_to"]]
fig, ax = new_figure()
ax.plot(rows["date"], rows["amount_cny"] / 1_000_000, "o-")
ax.axhline(2_000_000)
ax.text(rows["date"].iloc[0], 2_200_000, "forecast")
ax.set_yscale("log")
ax.set_ylabel("million yuan")

# %% wrong="empty-figure" mark=0 says="did the cell above stop"
fig, ax = new_figure()
rows = table("box_office").set_index("figure").loc[["nc_first_week", "first_of_september"]]
ax.plot(rows["date"], rows["amount_cny"], "o-")
