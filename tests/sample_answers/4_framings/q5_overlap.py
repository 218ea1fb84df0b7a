# %% right="max and min"
def overlap(first, second):
    x, y, w, h = first
    a, b, c, d = second
    wide = min(x + w, a + c) - max(x, a)
    high = min(y + h, b + d) - max(y, b)
    if wide < 0 or high < 0:
        return 0
    return wide * high / (w * h)

# %% right="max with zero, numpy"
import numpy as np

def overlap(first, second):
    first, second = np.array(first), np.array(second)
    low = np.maximum(first[:2], second[:2])
    high = np.minimum(first[:2] + first[2:], second[:2] + second[2:])
    return np.prod(np.clip(high - low, 0, None)) / np.prod(first[2:])

# %% right="rounded to two places, as in the lesson"
def overlap(first, second):
    wide = max(0, min(first[0] + first[2], second[0] + second[2]) - max(first[0], second[0]))
    high = max(0, min(first[1] + first[3], second[1] + second[3]) - max(first[1], second[1]))
    return round(wide * high / (first[2] * first[3]), 2)

# %% right="shapely"
from shapely.geometry import box

def overlap(first, second):
    a, b = [box(x, y, x + w, y + h) for x, y, w, h in (first, second)]
    return a.intersection(b).area / a.area

# %% right="a fine grid of points, rounded edges"
def overlap(first, second):
    def shared(low, size, low2, size2):
        return max(0.0, round(min(low + size, low2 + size2) - max(low, low2), 9))
    return shared(first[0], first[2], second[0], second[2]) / first[2] * shared(first[1], first[3], second[1], second[3]) / first[3]

# %% wrong="minus-times-minus" mark=1.5 says="minus is plus"
def overlap(first, second):
    x, y, w, h = first
    a, b, c, d = second
    return (min(x + w, a + c) - max(x, a)) * (min(y + h, b + d) - max(y, b)) / (w * h)

# %% wrong="area-not-part" mark=0 says="Which part of the first"
def overlap(first, second):
    x, y, w, h = first
    a, b, c, d = second
    return max(0, min(x + w, a + c) - max(x, a)) * max(0, min(y + h, b + d) - max(y, b))

# %% wrong="of-both" mark=0 says="divide by the first alone"
def overlap(first, second):
    x, y, w, h = first
    a, b, c, d = second
    wide = max(0, min(x + w, a + c) - max(x, a))
    high = max(0, min(y + h, b + d) - max(y, b))
    return wide * high / (w * h + c * d - wide * high)

# %% wrong="other-direction" mark=1 says="which part of the first is inside"
def overlap(first, second):
    x, y, w, h = first
    a, b, c, d = second
    wide = max(0, min(x + w, a + c) - max(x, a))
    high = max(0, min(y + h, b + d) - max(y, b))
    return wide * high / (c * d)

# %% wrong="smaller-one" mark=1 says="divide by the smaller one"
def overlap(first, second):
    x, y, w, h = first
    a, b, c, d = second
    wide = max(0, min(x + w, a + c) - max(x, a))
    high = max(0, min(y + h, b + d) - max(y, b))
    return wide * high / min(w * h, c * d)

# %% wrong="covers-all" mark=0 says="swap `max` and `min`"
def overlap(first, second):
    x, y, w, h = first
    a, b, c, d = second
    return (max(x + w, a + c) - min(x, a)) * (max(y + h, b + d) - min(y, b)) / (w * h)

# %% wrong="other" mark=1.5 says="all four edges"
def overlap(first, second):
    x, y, w, h = first
    a, b, c, d = second
    if a >= x + w or b >= y + h or a + c <= x or b + d <= y:
        return 0
    return min(w, c) * min(h, d) / (w * h) if a <= x or a + c <= x + w else (x + w - a) * min(h, d) / (w * h)

# %% wrong="none-for-zero" mark=1.5 says="not None"
def overlap(first, second):
    x, y, w, h = first
    a, b, c, d = second
    wide = min(x + w, a + c) - max(x, a)
    high = min(y + h, b + d) - max(y, b)
    if wide > 0 and high > 0:
        return wide * high / (w * h)

# %% wrong="other" mark=0.5 says="not 1"
def overlap(first, second):
    return 0.5

# %% wrong="other" mark=1.5 says="a length below 0"
def overlap(first, second):
    x, y, w, h = first
    a, b, c, d = second
    wide = min(x + w, a + c) - max(x, a)
    high = min(y + h, b + d) - max(y, b)
    if wide < 0 and high < 0:
        return 0
    return wide * high / (w * h)

# %% wrong="percent" mark=0 says="a part runs from 0 to 1"
def overlap(first, second):
    x, y, w, h = first
    a, b, c, d = second
    return 100 * max(0, min(x + w, a + c) - max(x, a)) * max(0, min(y + h, b + d) - max(y, b)) / (w * h)

# %% wrong="other" mark=1 says="not 0.25"
def overlap(first, second):
    x, y, right, top = first
    a, b, right2, top2 = second
    return max(0, min(right, right2) - max(x, a)) * max(0, min(top, top2) - max(y, b)) / ((right - x) * (top - y))
