# %% right="a loop with a count"
def unmatched_marks(text):
    waiting = unopened = 0
    for sign in text:
        if sign == OPEN:
            waiting = waiting + 1
        if sign == CLOSE:
            if waiting > 0:
                waiting = waiting - 1
            else:
                unopened = unopened + 1
    return waiting, unopened

# %% right="a list of marks that wait"
def unmatched_marks(text):
    waiting = []
    alone = []
    for place, sign in enumerate(text):
        if sign == "“":
            waiting.append(place)
        elif sign == "”":
            if waiting:
                waiting.pop()
            else:
                alone.append(place)
    return [len(waiting), len(alone)]

# %% right="pairs are taken out until none is left"
def unmatched_marks(text):
    marks = "".join(sign for sign in text if sign in OPEN + CLOSE)
    while OPEN + CLOSE in marks:
        marks = marks.replace(OPEN + CLOSE, "")
    return marks.count(OPEN), marks.count(CLOSE)

# %% right="a running sum"
def unmatched_marks(text):
    depth = np.cumsum([0] + [(s == OPEN) - (s == CLOSE) for s in text])
    unopened = -depth.min()
    return np.array([depth[-1] + unopened, unopened])

import numpy as np

# %% wrong="counts-all" mark=0 says="counts all marks"
def unmatched_marks(text):
    return text.count(OPEN), text.count(CLOSE)

# %% wrong="numbers-only" mark=0.5 says="the wrong order"
def unmatched_marks(text):
    difference = text.count(OPEN) - text.count(CLOSE)
    return max(difference, 0), max(-difference, 0)

# %% wrong="swapped" mark=1 says="swapped"
def unmatched_marks(text):
    waiting = unopened = 0
    for sign in text:
        if sign == OPEN:
            waiting += 1
        elif sign == CLOSE and waiting:
            waiting -= 1
        elif sign == CLOSE:
            unopened += 1
    return unopened, waiting

# %% wrong="no-nesting" mark=1.5 says="both can be complete"
def unmatched_marks(text):
    inside = False
    unclosed = unopened = 0
    for sign in text:
        if sign == OPEN:
            if inside:
                unclosed += 1
            inside = True
        elif sign == CLOSE:
            if not inside:
                unopened += 1
            inside = False
    return unclosed + inside, unopened

# %% wrong="forgets-waiting" mark=0 says="still waits"
def unmatched_marks(text):
    waiting = unopened = 0
    for sign in text:
        if sign == OPEN:
            waiting += 1
        elif sign == CLOSE and waiting:
            waiting -= 1
        elif sign == CLOSE:
            unopened += 1
    return 0, unopened

# %% wrong="other" mark=0 says="does not belong here"
def unmatched_marks(text):
    waiting = unopened = 0
    for sign in text:
        if sign == OPEN:
            waiting += 1
        if sign == CLOSE:
            waiting -= 1
        if waiting < 0:
            unopened += 1
    return waiting, unopened

# %% wrong="type" mark=0 says="list of items"
def unmatched_marks(text):
    return text.count(OPEN) - text.count(CLOSE)

# %% wrong="crash" mark=0 says="IndexError"
def unmatched_marks(text):
    waiting = []
    for sign in text:
        if sign == OPEN:
            waiting.append(sign)
        elif sign == CLOSE:
            waiting.pop()
    return len(waiting), 0

# %% wrong="type" mark=0 says="None"
def unmatched_marks(text):
    for sign in text:
        waiting = sign == OPEN

# %% wrong="counts-all" mark=0 says="counts all marks"
def unmatched_marks(text):
    opening = closing = 0
    for sign in text:
        if sign == OPEN:
            opening += 1
        elif sign == CLOSE:
            closing += 1
    return opening, closing

# %% wrong="no-nesting" mark=1.5 says="both can be complete"
import re
def unmatched_marks(text):
    left = re.sub(r"“[^“”]*”", "", text)
    return left.count(OPEN), left.count(CLOSE)
