# %% right="one quotient"
def share_of_scale(score, low, high):
    return (score - low) / (high - low)

# %% right="steps by name, with a numpy result"
def share_of_scale(score, low, high):
    whole_way = np.float64(high) - low
    way = score - low
    return np.divide(way, whole_way)

# %% right="interpolation that knows falling scales"
def share_of_scale(score, low, high):
    if low < high:
        return np.interp(score, [low, high], [0, 1])
    return 1 - np.interp(score, [high, low], [0, 1])

# %% right="rounded to two decimals"
def share_of_scale(score, low, high):
    share = (high - score) / (high - low)
    return round(1 - share, 2)

# %% wrong="divides-by-top" mark=0 says="does not begin at 0"
def share_of_scale(score, low, high):
    return score / high

# %% wrong="counts-marks" mark=0 says="only four steps"
def share_of_scale(score, low, high):
    return (score - low) / high

# %% wrong="counts-marks" mark=0 says="only four steps"
def share_of_scale(score, low, high):
    marks = len(range(int(low), int(high) + 1))
    return (score - low) / marks

# %% wrong="percent" mark=0 says="a share runs from 0 to 1"
def share_of_scale(score, low, high):
    return 100 * (score - low) / (high - low)

# %% wrong="upside-down" mark=1.5 says="low means worst"
def share_of_scale(score, low, high):
    bottom, top = min(low, high), max(low, high)
    return (score - bottom) / (top - bottom)

# %% wrong="type" mark=0 says="`return`"
def share_of_scale(score, low, high):
    print((score - low) / (high - low))

# %% wrong="other" mark=0.5 says="is not the number"
def share_of_scale(score, low, high):
    return (score - low) // (high - low)

# %% wrong="type" mark=0 says="quotation marks out"
def share_of_scale(score, low, high):
    return f"{(score - low) / (high - low):.2f}"

# %% wrong="crash" mark=0 says="`lowest`"
def share_of_scale(score, low, high):
    return (score - lowest) / (high - low)
