# %% right="a pair"
def rate_range(amount_cny, amount_usd, step_usd):
    half = step_usd / 2
    return amount_cny / (amount_usd + half), amount_cny / (amount_usd - half)

# %% right="sorted list"
def rate_range(amount_cny, amount_usd, step_usd):
    rates = []
    for usd in [amount_usd - 0.5 * step_usd, amount_usd + 0.5 * step_usd]:
        rates.append(amount_cny / usd)
    return sorted(rates)

# %% right="numpy array"
def rate_range(amount_cny, amount_usd, step_usd):
    usd = np.array([amount_usd + step_usd / 2, amount_usd - step_usd / 2])
    return amount_cny / usd

# %% right="a pandas Series, rounded to three decimals"
def rate_range(amount_cny, amount_usd, step_usd):
    low = amount_cny / (amount_usd + step_usd / 2)
    high = amount_cny / (amount_usd - step_usd / 2)
    return pd.Series({"low": round(low, 3), "high": round(high, 3)})

# %% wrong="whole-step" mark=0 says="half a step"
def rate_range(amount_cny, amount_usd, step_usd):
    return amount_cny / (amount_usd + step_usd), amount_cny / (amount_usd - step_usd)

# %% wrong="naive-quotient" mark=0 says="as far as rounding allows"
def rate_range(amount_cny, amount_usd, step_usd):
    return amount_cny / amount_usd, amount_cny / amount_usd

# %% wrong="inverse" mark=0 says="dollars per yuan"
def rate_range(amount_cny, amount_usd, step_usd):
    return (amount_usd - step_usd / 2) / amount_cny, (amount_usd + step_usd / 2) / amount_cny

# %% wrong="swapped" mark=0 says="lowest rate comes first"
def rate_range(amount_cny, amount_usd, step_usd):
    return amount_cny / (amount_usd - step_usd / 2), amount_cny / (amount_usd + step_usd / 2)

# %% wrong="other" mark=0 says="is not the number"
def rate_range(amount_cny, amount_usd, step_usd):
    rate = amount_cny / amount_usd
    return rate - step_usd / 2, rate + step_usd / 2

# %% wrong="type" mark=0 says="list of items"
def rate_range(amount_cny, amount_usd, step_usd):
    return amount_cny / (amount_usd - step_usd / 2) - amount_cny / (amount_usd + step_usd / 2)

# %% wrong="naive-quotient" mark=0.5 says="as far as rounding allows"
def rate_range(amount_cny, amount_usd, step_usd):
    return amount_cny / amount_usd, amount_cny / (amount_usd - step_usd / 2)

# %% wrong="naive-quotient" mark=1 says="as far as rounding allows"
def rate_range(amount_cny, amount_usd, step_usd):
    return round(amount_cny / (amount_usd + 5), 3), round(amount_cny / (amount_usd - 5), 3)

# %% wrong="size" mark=0 says="Expected 2 items"
def rate_range(amount_cny, amount_usd, step_usd):
    low = amount_cny / (amount_usd + step_usd / 2)
    return low, amount_cny / amount_usd, amount_cny / (amount_usd - step_usd / 2)

# %% wrong="rounds-too-early" mark=1.5 says="come out alike"
def rate_range(amount_cny, amount_usd, step_usd):
    half = step_usd / 2
    return round(amount_cny / (amount_usd + half), 2), round(amount_cny / (amount_usd - half), 2)
