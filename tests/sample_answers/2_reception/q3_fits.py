# %% right="a comprehension"
def positives_that_fit(percent, n):
    return [k for k in range(n + 1) if round(100 * k / n) == percent]

# %% right="a loop"
def positives_that_fit(percent, n):
    fits = []
    for k in range(0, n + 1):
        if abs(100 * k / n - percent) < 0.5:
            fits.append(k)
    return fits

# %% right="a numpy array"
def positives_that_fit(percent, n):
    k = np.arange(n + 1)
    return k[np.rint(100 * k / n) == percent]

# %% right="a pandas column"
def positives_that_fit(percent, n):
    counts = pd.Series(range(n + 1))
    return counts[(counts / n * 100).round() == percent]

# %% right="formatted text, as a set"
def positives_that_fit(percent, n):
    return {k for k in range(n + 1) if f"{k / n:.0%}" == f"{percent}%"}

# %% right="the ends by arithmetic, as a range"
def positives_that_fit(percent, n):
    first = np.ceil((percent - 0.5) / 100 * n)
    last = np.floor((percent + 0.5) / 100 * n)
    return range(int(max(first, 0)), int(min(last, n)) + 1)

# %% wrong="ignores-rounding" mark=0.25 says="Nothing fits exactly"
def positives_that_fit(percent, n):
    return [k for k in range(n + 1) if k / n == percent / 100]

# %% wrong="ignores-rounding" mark=0.75 says="nearest per cent"
def positives_that_fit(percent, n):
    return [k for k in range(n + 1) if int(100 * k / n) == percent]

# %% wrong="leaves-out-all" mark=2.5 says="reach the last number"
def positives_that_fit(percent, n):
    return [k for k in range(n) if round(100 * k / n) == percent]

# %% wrong="leaves-out-zero" mark=2.5 says="is a possible number too"
def positives_that_fit(percent, n):
    return [k for k in range(1, n + 1) if round(100 * k / n) == percent]

# %% wrong="takes-nearest" mark=1.25 says="two round to this"
def positives_that_fit(percent, n):
    return [round(percent * n / 100)]

# %% wrong="one-percent-either-way" mark=1.75 says="half a per cent"
def positives_that_fit(percent, n):
    return [k for k in range(n + 1) if abs(100 * k / n - percent) <= 1]

# %% wrong="rounds-up" mark=1.25 says="always round up"
def positives_that_fit(percent, n):
    import math
    return [k for k in range(n + 1) if math.ceil(100 * k / n) == percent]

# %% wrong="type" mark=0 says="list of items"
def positives_that_fit(percent, n):
    for k in range(n + 1):
        if round(100 * k / n) == percent:
            return k

# %% wrong="takes-nearest" mark=1.75 says="two round to this"
def positives_that_fit(percent, n):
    for k in range(n + 1):
        if round(100 * k / n) == percent:
            return [k]
    return []

# %% wrong="share-not-count" mark=0 says="This is a share"
def positives_that_fit(percent, n):
    return [k / n for k in range(n + 1) if round(100 * k / n) == percent]

# %% wrong="type" mark=0 says="list of items"
def positives_that_fit(percent, n):
    return len([k for k in range(n + 1) if round(100 * k / n) == percent])

# %% wrong="more-than-all" mark=2.75 says="than there are reviews"
def positives_that_fit(percent, n):
    return [k for k in range(n + 2) if round(100 * k / n) == percent]

# %% right="halves rounded up, as in school"
def positives_that_fit(percent, n):
    return [k for k in range(n + 1) if int(100 * k / n + 0.5) == percent]
