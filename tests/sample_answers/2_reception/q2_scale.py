# %% right="one quotient"
def share_of_scale(score, worst, best):
    return (score - worst) / (best - worst)

# %% right="steps by name, with a numpy result"
def share_of_scale(score, worst, best):
    whole_way = np.float64(best) - worst
    way = score - worst
    return np.divide(way, whole_way)

# %% right="interpolation that knows falling scales"
def share_of_scale(score, worst, best):
    if worst < best:
        return np.interp(score, [worst, best], [0, 1])
    return 1 - np.interp(score, [best, worst], [0, 1])

# %% right="rounded to two decimals"
def share_of_scale(score, worst, best):
    share = (best - score) / (best - worst)
    return round(1 - share, 2)

# %% wrong="divides-by-top" mark=0 says="does not begin at 0"
def share_of_scale(score, worst, best):
    return score / best

# %% wrong="counts-marks" mark=0 says="only four steps"
def share_of_scale(score, worst, best):
    return (score - worst) / best

# %% wrong="counts-marks" mark=0 says="only four steps"
def share_of_scale(score, worst, best):
    marks = len(range(int(worst), int(best) + 1))
    return (score - worst) / marks

# %% wrong="percent" mark=0 says="a share runs from 0 to 1"
def share_of_scale(score, worst, best):
    return 100 * (score - worst) / (best - worst)

# %% wrong="upside-down" mark=1.5 says="worst mark may be the larger"
def share_of_scale(score, worst, best):
    bottom, top = min(worst, best), max(worst, best)
    return (score - bottom) / (top - bottom)

# %% wrong="type" mark=0 says="`return`"
def share_of_scale(score, worst, best):
    print((score - worst) / (best - worst))

# %% wrong="other" mark=0.5 says="is not the number"
def share_of_scale(score, worst, best):
    return (score - worst) // (best - worst)

# %% wrong="type" mark=0 says="quotation marks out"
def share_of_scale(score, worst, best):
    return f"{(score - worst) / (best - worst):.2f}"

# %% wrong="crash" mark=0 says="name 'lowest' is not defined"
def share_of_scale(score, worst, best):
    return (score - lowest) / (best - worst)
