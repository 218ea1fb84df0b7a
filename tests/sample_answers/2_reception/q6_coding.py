# %% right="a sum over all ordered draws"
def expected_disagreement(codes_a, codes_b):
    bag = list(codes_a) + list(codes_b)
    return sum(one != other for one in bag for other in bag) / (len(bag) * (len(bag) - 1))


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (affect, positive),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (judgement, negative),
    "life-threatening donation": (appreciation, negative),
    "gratitude": (judgement, negative),
    "shabby old houses": (appreciation, negative),
    "never abandon you": (judgement, positive),
    "so pleased": (affect, positive),
}

# %% right="two loops over places, where the rules leave room the other way"
def expected_disagreement(codes_a, codes_b):
    bag = codes_a + codes_b
    differ = 0
    draws = 0
    for i in range(len(bag)):
        for j in range(len(bag)):
            if i != j:
                draws = draws + 1
                if bag[i] != bag[j]:
                    differ = differ + 1
    return differ / draws


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (appreciation, positive),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (affect, negative),
    "life-threatening donation": (appreciation, negative),
    "gratitude": (affect, negative),
    "shabby old houses": (appreciation, negative),
    "never abandon you": (appreciation, positive),
    "so pleased": (affect, positive),
}

# %% right="counts of each code, codes as texts in lists"
def expected_disagreement(codes_a, codes_b):
    counts = pd.Series(list(codes_a) + list(codes_b)).value_counts()
    n = counts.sum()
    return 1 - (counts * (counts - 1)).sum() / (n * (n - 1))


my_codes = {
    "hard worker": ["judgement", "positive"],
    "exploited": ["judgement", "negative"],
    "true love develops between them": ["affect", "positive"],
    "Vivid details": ["appreciation", "positive"],
    "a heartfelt tenderness": ["affect", "positive"],
    "heartwarming intimate moments": ["appreciation", "positive"],
    "despised and shunned": ["judgement", "negative"],
    "life-threatening donation": ["appreciation", "negative"],
    "gratitude": ["judgement", "negative"],
    "shabby old houses": ["appreciation", "negative"],
    "never abandon you": ["judgement", "positive"],
    "so pleased": ["affect", "positive"],
}

# %% right="combinations, two attitudes and one polarity differ"
def expected_disagreement(codes_a, codes_b):
    from itertools import combinations

    pairs = list(combinations([*codes_a, *codes_b], 2))
    return np.mean([one != other for one, other in pairs])


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (affect, positive),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (judgement, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (judgement, negative),
    "life-threatening donation": (appreciation, mixed),
    "gratitude": (judgement, negative),
    "shabby old houses": (judgement, negative),
    "never abandon you": (judgement, positive),
    "so pleased": (affect, positive),
}

# %% right="a dict from columns, with capitals"
def expected_disagreement(codes_a, codes_b):
    bag = list(codes_a) + list(codes_b)
    return sum(one != other for one in bag for other in bag) / (len(bag) * (len(bag) - 1))


expressions = ["hard worker", "exploited", "true love develops between them", "Vivid details",
               "a heartfelt tenderness", "heartwarming intimate moments", "despised and shunned", "life-threatening donation",
               "gratitude", "shabby old houses", "never abandon you", "so pleased"]
attitudes = ["Judgement", "Judgement", "Affect", "Appreciation", "Affect", "Appreciation", "Affect", "Appreciation",
             "Judgement", "Appreciation", "Appreciation", "Affect"]
polarities = ["Positive"] * 12
for place in [1, 6, 7, 8, 9]:
    polarities[place] = "Negative"
my_codes = pd.Series(list(zip(attitudes, polarities)), index=expressions)

# %% wrong="puts-back" mark=2 says="You put the first code back"
def expected_disagreement(codes_a, codes_b):
    bag = list(codes_a) + list(codes_b)
    return sum(one != other for one in bag for other in bag) / len(bag) ** 2


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (affect, positive),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (judgement, negative),
    "life-threatening donation": (appreciation, negative),
    "gratitude": (judgement, negative),
    "shabby old houses": (appreciation, negative),
    "never abandon you": (judgement, positive),
    "so pleased": (affect, positive),
}

# %% wrong="own-bags" mark=2 says="one code from each coder"
def expected_disagreement(codes_a, codes_b):
    pairs = [(a, b) for a in codes_a for b in codes_b]
    return sum(a != b for a, b in pairs) / len(pairs)


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (affect, positive),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (judgement, negative),
    "life-threatening donation": (appreciation, negative),
    "gratitude": (judgement, negative),
    "shabby old houses": (appreciation, negative),
    "never abandon you": (judgement, positive),
    "so pleased": (affect, positive),
}

# %% wrong="observed" mark=2 says="the observed disagreement"
def expected_disagreement(codes_a, codes_b):
    return sum(a != b for a, b in zip(codes_a, codes_b)) / len(codes_a)


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (affect, positive),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (judgement, negative),
    "life-threatening donation": (appreciation, negative),
    "gratitude": (judgement, negative),
    "shabby old houses": (appreciation, negative),
    "never abandon you": (judgement, positive),
    "so pleased": (affect, positive),
}

# %% wrong="one-order" mark=2 says="count each pair once"
def expected_disagreement(codes_a, codes_b):
    bag = codes_a + codes_b
    differ = 0
    for i in range(len(bag)):
        for j in range(i + 1, len(bag)):
            differ += bag[i] != bag[j]
    return differ / (len(bag) * (len(bag) - 1))


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (affect, positive),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (judgement, negative),
    "life-threatening donation": (appreciation, negative),
    "gratitude": (judgement, negative),
    "shabby old houses": (appreciation, negative),
    "never abandon you": (judgement, positive),
    "so pleased": (affect, positive),
}

# %% wrong="equal-draws" mark=2 says="how often two draws agree"
def expected_disagreement(codes_a, codes_b):
    bag = list(codes_a) + list(codes_b)
    return 1 - sum(one != other for one in bag for other in bag) / (len(bag) * (len(bag) - 1))


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (affect, positive),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (judgement, negative),
    "life-threatening donation": (appreciation, negative),
    "gratitude": (judgement, negative),
    "shabby old houses": (appreciation, negative),
    "never abandon you": (judgement, positive),
    "so pleased": (affect, positive),
}

# %% wrong="other" mark=2.5 says="know only two"
def expected_disagreement(codes_a, codes_b):
    bag = list(codes_a) + list(codes_b)
    plus = bag.count(bag[0])
    minus = bag.count(bag[-1])
    return 2 * plus * minus / (len(bag) * (len(bag) - 1))


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (affect, positive),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (judgement, negative),
    "life-threatening donation": (appreciation, negative),
    "gratitude": (judgement, negative),
    "shabby old houses": (appreciation, negative),
    "never abandon you": (judgement, positive),
    "so pleased": (affect, positive),
}

# %% wrong="count-not-share" mark=2 says="Divide by all draws"
def expected_disagreement(codes_a, codes_b):
    bag = list(codes_a) + list(codes_b)
    return sum(one != other for one in bag for other in bag)


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (affect, positive),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (judgement, negative),
    "life-threatening donation": (appreciation, negative),
    "gratitude": (judgement, negative),
    "shabby old houses": (appreciation, negative),
    "never abandon you": (judgement, positive),
    "so pleased": (affect, positive),
}

# %% wrong="feeling-for-thing" mark=2.5 says="is anybody named who feels it"
def expected_disagreement(codes_a, codes_b):
    bag = list(codes_a) + list(codes_b)
    return sum(one != other for one in bag for other in bag) / (len(bag) * (len(bag) - 1))


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (affect, positive),
    "Vivid details": (affect, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (affect, positive),
    "despised and shunned": (judgement, negative),
    "life-threatening donation": (affect, negative),
    "gratitude": (judgement, negative),
    "shabby old houses": (affect, negative),
    "never abandon you": (judgement, positive),
    "so pleased": (affect, positive),
}

# %% wrong="one-code" mark=2 says="the same attitude"
def expected_disagreement(codes_a, codes_b):
    bag = list(codes_a) + list(codes_b)
    return sum(one != other for one in bag for other in bag) / (len(bag) * (len(bag) - 1))


my_codes = {
    "hard worker": (affect, positive),
    "exploited": (affect, negative),
    "true love develops between them": (affect, positive),
    "Vivid details": (affect, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (affect, positive),
    "despised and shunned": (affect, negative),
    "life-threatening donation": (affect, negative),
    "gratitude": (affect, negative),
    "shabby old houses": (affect, negative),
    "never abandon you": (affect, positive),
    "so pleased": (affect, positive),
}

# %% wrong="one-code" mark=2 says="the same polarity"
def expected_disagreement(codes_a, codes_b):
    bag = list(codes_a) + list(codes_b)
    return sum(one != other for one in bag for other in bag) / (len(bag) * (len(bag) - 1))


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, positive),
    "true love develops between them": (affect, positive),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (judgement, positive),
    "life-threatening donation": (appreciation, positive),
    "gratitude": (judgement, positive),
    "shabby old houses": (appreciation, positive),
    "never abandon you": (judgement, positive),
    "so pleased": (affect, positive),
}

# %% wrong="word-not-sentence" mark=2.5 says="taken by itself"
def expected_disagreement(codes_a, codes_b):
    bag = list(codes_a) + list(codes_b)
    return sum(one != other for one in bag for other in bag) / (len(bag) * (len(bag) - 1))


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (affect, positive),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (judgement, negative),
    "life-threatening donation": (appreciation, negative),
    "gratitude": (judgement, positive),
    "shabby old houses": (appreciation, negative),
    "never abandon you": (judgement, negative),
    "so pleased": (affect, positive),
}

# %% wrong="mixed-for-unsure" mark=2.5 says="not mean that one is not sure"
def expected_disagreement(codes_a, codes_b):
    bag = list(codes_a) + list(codes_b)
    return sum(one != other for one in bag for other in bag) / (len(bag) * (len(bag) - 1))


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (affect, mixed),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (judgement, mixed),
    "life-threatening donation": (appreciation, negative),
    "gratitude": (judgement, mixed),
    "shabby old houses": (appreciation, negative),
    "never abandon you": (judgement, positive),
    "so pleased": (affect, positive),
}

# %% wrong="no-feeler-seen" mark=2.5 says="a person is named who feels"
def expected_disagreement(codes_a, codes_b):
    bag = list(codes_a) + list(codes_b)
    return sum(one != other for one in bag for other in bag) / (len(bag) * (len(bag) - 1))


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (judgement, positive),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (appreciation, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (judgement, negative),
    "life-threatening donation": (judgement, negative),
    "gratitude": (judgement, negative),
    "shabby old houses": (appreciation, negative),
    "never abandon you": (judgement, positive),
    "so pleased": (appreciation, positive),
}

# %% wrong="conduct-not-judged" mark=2.5 says="which code is for it"
def expected_disagreement(codes_a, codes_b):
    bag = list(codes_a) + list(codes_b)
    return sum(one != other for one in bag for other in bag) / (len(bag) * (len(bag) - 1))


my_codes = {
    "hard worker": (appreciation, positive),
    "exploited": (appreciation, negative),
    "true love develops between them": (affect, positive),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (appreciation, negative),
    "life-threatening donation": (appreciation, negative),
    "gratitude": (appreciation, negative),
    "shabby old houses": (appreciation, negative),
    "never abandon you": (judgement, positive),
    "so pleased": (affect, positive),
}

# %% wrong="other" mark=1 says="none of the three attitudes"
def expected_disagreement(codes_a, codes_b):
    bag = list(codes_a) + list(codes_b)
    return sum(one != other for one in bag for other in bag) / (len(bag) * (len(bag) - 1))


my_codes = {expression: ("?", "?") for expression in [
    "hard worker", "exploited", "true love develops between them", "Vivid details", "a heartfelt tenderness",
    "heartwarming intimate moments", "despised and shunned", "life-threatening donation", "gratitude",
    "shabby old houses", "never abandon you", "so pleased",
]}

# %% wrong="missing-entry" mark=1 says="so pleased"
def expected_disagreement(codes_a, codes_b):
    bag = list(codes_a) + list(codes_b)
    return sum(one != other for one in bag for other in bag) / (len(bag) * (len(bag) - 1))


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (affect, positive),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (judgement, negative),
    "life-threatening donation": (appreciation, negative),
    "gratitude": (judgement, negative),
    "shabby old houses": (appreciation, negative),
    "never abandon you": (judgement, positive),
}

# %% wrong="type" mark=1 says="Expected a list of items"
def expected_disagreement(codes_a, codes_b):
    bag = list(codes_a) + list(codes_b)
    return sum(one != other for one in bag for other in bag) / (len(bag) * (len(bag) - 1))


my_codes = {
    "hard worker": "judgement",
    "exploited": "judgement",
    "true love develops between them": "affect",
    "Vivid details": "appreciation",
    "a heartfelt tenderness": "affect",
    "heartwarming intimate moments": "appreciation",
    "despised and shunned": "judgement",
    "life-threatening donation": "appreciation",
    "gratitude": "judgement",
    "shabby old houses": "appreciation",
    "never abandon you": "judgement",
    "so pleased": "affect",
}

# %% wrong="feeling-for-thing" mark=1.5 says="is anybody named who feels it"
def expected_disagreement(codes_a, codes_b):
    bag = list(codes_a) + list(codes_b)
    return sum(one != other for one in bag for other in bag) / (len(bag) * (len(bag) - 1))


my_codes = {
    "hard worker": (affect, positive),
    "exploited": (affect, negative),
    "true love develops between them": (affect, positive),
    "Vivid details": (affect, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (affect, positive),
    "despised and shunned": (affect, positive),
    "life-threatening donation": (affect, negative),
    "gratitude": (affect, negative),
    "shabby old houses": (appreciation, positive),
    "never abandon you": (judgement, positive),
    "so pleased": (affect, positive),
}

# %% wrong="unanswered" mark=2 says="Not answered yet"
def expected_disagreement(codes_a, codes_b):
    raise NotImplementedError()


my_codes = {
    "hard worker": (judgement, positive),
    "exploited": (judgement, negative),
    "true love develops between them": (affect, positive),
    "Vivid details": (appreciation, positive),
    "a heartfelt tenderness": (affect, positive),
    "heartwarming intimate moments": (appreciation, positive),
    "despised and shunned": (judgement, negative),
    "life-threatening donation": (appreciation, negative),
    "gratitude": (judgement, negative),
    "shabby old houses": (appreciation, negative),
    "never abandon you": (judgement, positive),
    "so pleased": (affect, positive),
}
