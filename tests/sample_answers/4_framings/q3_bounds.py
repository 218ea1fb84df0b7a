# %% right="lowest by highest"
def least_ratio(first, second):
    return first[0] / second[1]

ratio_verdict = "C"

# %% right="names for the four ends, a Series"
def least_ratio(first, second):
    low, high = first
    small, large = second
    return pd.Series([low]) / large

ratio_verdict = "c"

# %% right="the smallest of all four quotients"
def least_ratio(first, second):
    return min(a / b for a in first for b in second if b > 0)

ratio_verdict = " C "

# %% right="min and max"
def least_ratio(first, second):
    return round(min(first) / max(second), 2)

ratio_verdict = "C"

# %% wrong="two-upper-bounds" mark=0 says="highest by the highest"
def least_ratio(first, second):
    return first[1] / second[1]

ratio_verdict = "A"

# %% wrong="two-upper-bounds" mark=1 says="highest by the highest"
def least_ratio(first, second):
    return max(first) / max(second)

ratio_verdict = "C"

# %% wrong="two-lower-bounds" mark=1 says="lowest by the lowest"
def least_ratio(first, second):
    return first[0] / second[0]

ratio_verdict = "C"

# %% wrong="largest-ratio" mark=1 says="largest ratio"
def least_ratio(first, second):
    return first[1] / second[0]

ratio_verdict = "C"

# %% wrong="inverse" mark=0 says="the second is as large"
def least_ratio(first, second):
    return second[1] / first[0] if first[0] else 0

ratio_verdict = "B"

# %% wrong="middles" mark=1 says="middle of each pair"
def least_ratio(first, second):
    return (sum(first) / 2) / (sum(second) / 2)

ratio_verdict = "C"

# %% wrong="two-upper-bounds" mark=1 says="What if it is less"
def least_ratio(first, second):
    return first[0] / second[1]

ratio_verdict = "A"

# %% wrong="bound-as-number" mark=1 says="what is not exceeded"
def least_ratio(first, second):
    return first[0] / second[1]

ratio_verdict = "B"

# %% wrong="all-or-nothing" mark=1 says="more than nothing"
def least_ratio(first, second):
    return first[0] / second[1]

ratio_verdict = "D"

# %% wrong="other" mark=1 says="one of the letters"
def least_ratio(first, second):
    return first[0] / second[1]

ratio_verdict = "it depends"

# %% wrong="other" mark=1.5 says="numbers of the example"
def least_ratio(first, second):
    return 0.5 / 0.25

ratio_verdict = "C"

# %% wrong="largest-ratio" mark=1.5 says="as small as you like"
def least_ratio(first, second):
    low, high = first
    small, large = second
    return low / large if low else high / small

ratio_verdict = "C"

# %% wrong="crash" mark=1 says="TypeError"
def least_ratio(first, second):
    return first / second[1]

ratio_verdict = "C"
