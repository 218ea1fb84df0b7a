# %% right="by hectares"
def mu_to_km2(mu):
    hectares = mu / 15
    return hectares / 100

mu_in_bracket = 3.3 / mu_to_km2(1)
slip = "D"

# %% right="by square metres, rounded"
def mu_to_km2(mu):
    return mu * 666.67 / 1_000_000

mu_in_bracket = round(3_300_000 / 666.67)
slip = "d"

# %% right="in one step; about a thousand"
def mu_to_km2(mu):
    return mu / 1500

mu_in_bracket = 3.3 * 1500
slip = "D"

# %% right="numpy numbers"
import numpy as np
def mu_to_km2(mu):
    return np.float64(mu) * 667 / 1e6

figures = table("figures").set_index("figure")["value"]
mu_in_bracket = figures["nc_land_km2"] * 1_000_000 / 667
slip = "D"

# %% wrong="hectares" mark=0.5 says="area in hectares"
def mu_to_km2(mu):
    return mu / 15

mu_in_bracket = 3.3 / mu_to_km2(1)
slip = "D"

# %% wrong="multiplies" mark=0 says="fewer hectares than mu"
def mu_to_km2(mu):
    return mu * 15 / 100

mu_in_bracket = 3.3 / mu_to_km2(1)
slip = "C"

# %% wrong="thousand" mark=0 says="1,000 square metres"
def mu_to_km2(mu):
    return mu * 10_000 / 15 / 1000

mu_in_bracket = 3.3 / mu_to_km2(1)
slip = "B"

# %% wrong="turned-round" mark=1.5 says="the way is the other one"
def mu_to_km2(mu):
    return mu / 1500

mu_in_bracket = mu_to_km2(3.3)
slip = "D"

# %% wrong="hectares" mark=1 says="for a hectare"
def mu_to_km2(mu):
    return mu / 1500

mu_in_bracket = 3.3 * 15
slip = "A"

# %% wrong="other" mark=1.5 says="round"
def mu_to_km2(mu):
    return round(mu / 1500, 2)

mu_in_bracket = 4950
slip = "D"

# %% wrong="square-metres" mark=1 says="in square metres"
def mu_to_km2(mu):
    return mu * 10_000 / 15

mu_in_bracket = 4950
slip = "D"

# %% wrong="fixed-number" mark=1 says="compute with `mu`"
def mu_to_km2(mu):
    return 1

mu_in_bracket = 4950
slip = "D"

# %% wrong="whole-number" mark=1 says="keep the decimals"
def mu_to_km2(mu):
    return mu // 1500

mu_in_bracket = 4950
slip = "D"

# %% wrong="type" mark=1.5 says="leave the quotation marks out"
def mu_to_km2(mu):
    return mu / 1500

mu_in_bracket = "about 5000"
slip = "D"

# %% wrong="acre-for-mu" mark=1.5 says="about two hectares"
def mu_to_km2(mu):
    return mu / 1500

mu_in_bracket = 4950
slip = "A"

# %% wrong="hectare-for-mu" mark=1.5 says="Five hectares"
def mu_to_km2(mu):
    return mu / 15 / 100

mu_in_bracket = 3.3 / mu_to_km2(1)
slip = "B"

# %% wrong="ratio" mark=1.5 says="How many mu are that"
def mu_to_km2(mu):
    return mu / 15 / 100

mu_in_bracket = 3.3 / mu_to_km2(5)
slip = "D"
