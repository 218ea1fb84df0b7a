# %% right="up the ladder"
def size_on(frame_m, height_m, ladder):
    held = frame_m / height_m
    size = "extreme closeup"
    for name, begins in ladder.items():
        if held >= begins:
            size = name
    return size

parted = []
for frame_m in FRAMES_M:
    man = size_on(frame_m, HEIGHT_M["man"], LADDER["man"])
    donkey = size_on(frame_m, HEIGHT_M["donkey"], LADDER["donkey"])
    if man != donkey:
        parted.append(frame_m)
carries = "B"

# %% right="a list of what is reached, a set"
def size_on(frame_m, height_m, ladder):
    reached = [name for name in ladder if ladder[name] * height_m <= frame_m]
    return (["extreme closeup"] + reached)[-1]

parted = {f for f in FRAMES_M if len({size_on(f, HEIGHT_M[body], LADDER[body]) for body in HEIGHT_M}) == 2}
carries = "b"

# %% right="down the ladder, a Series, capitals"
def size_on(frame_m, height_m, ladder):
    for name, begins in sorted(ladder.items(), key=lambda step: -step[1]):
        if frame_m / height_m >= begins:
            return name.capitalize()
    return "Extreme closeup"

frames = pd.Series(FRAMES_M)
man, donkey = [frames.map(lambda f: size_on(f, HEIGHT_M[b], LADDER[b])) for b in ["man", "donkey"]]
parted = frames[man != donkey]
carries = "B"

# %% right="searchsorted"
import numpy as np

def size_on(frame_m, height_m, ladder):
    names = ["extreme closeup", *ladder]
    return names[np.searchsorted(list(ladder.values()), frame_m / height_m, side="right")]

parted = (0.4, 0.8, 1.4, 6)
carries = "B"

# %% wrong="first-step" mark=1 says="the first step that is reached"
def size_on(frame_m, height_m, ladder):
    for name, begins in ladder.items():
        if frame_m / height_m >= begins:
            return name
    return "extreme closeup"

parted = [0.4, 0.8, 1.4, 6.0]
carries = "B"

# %% wrong="step-not-reached" mark=1 says="is not reached"
def size_on(frame_m, height_m, ladder):
    for name, begins in ladder.items():
        if frame_m / height_m < begins:
            return name
    return "extreme long shot"

parted = [0.4, 0.8, 1.4, 6.0]
carries = "B"

# %% wrong="step-left-out" mark=1.75 says="is reached already"
def size_on(frame_m, height_m, ladder):
    size = "extreme closeup"
    for name, begins in ladder.items():
        if frame_m / height_m > begins:
            size = name
    return size

parted = [0.4, 0.8, 1.4, 6.0]
carries = "B"

# %% wrong="no-lowest" mark=1.25 says="not even the first step"
def size_on(frame_m, height_m, ladder):
    size = "closeup"
    for name, begins in ladder.items():
        if frame_m / height_m >= begins:
            size = name
    return size

parted = [0.4, 0.8, 1.4, 6.0]
carries = "B"

# %% wrong="turned-round" mark=1.25 says="Divide the frame's height"
def size_on(frame_m, height_m, ladder):
    size = "extreme closeup"
    for name, begins in ladder.items():
        if height_m / frame_m >= begins:
            size = name
    return size

parted = [0.4, 0.8, 1.4, 6.0]
carries = "B"

# %% wrong="one-ladder" mark=1.5 says="one ladder for both"
def size_on(frame_m, height_m, ladder):
    size = "extreme closeup"
    for name, begins in ladder.items():
        if frame_m / height_m >= begins:
            size = name
    return size

parted = [f for f in FRAMES_M if size_on(f, HEIGHT_M["man"], LADDER["man"]) != size_on(f, HEIGHT_M["donkey"], LADDER["man"])]
carries = "B"

# %% wrong="one-height" mark=1.5 says="one height for both"
def size_on(frame_m, height_m, ladder):
    size = "extreme closeup"
    for name, begins in ladder.items():
        if frame_m / height_m >= begins:
            size = name
    return size

parted = [f for f in FRAMES_M if size_on(f, HEIGHT_M["man"], LADDER["man"]) != size_on(f, HEIGHT_M["man"], LADDER["donkey"])]
carries = "B"

# %% wrong="turned-round" mark=1.5 says="at which the terms agree"
def size_on(frame_m, height_m, ladder):
    size = "extreme closeup"
    for name, begins in ladder.items():
        if frame_m / height_m >= begins:
            size = name
    return size

parted = [f for f in FRAMES_M if size_on(f, HEIGHT_M["man"], LADDER["man"]) == size_on(f, HEIGHT_M["donkey"], LADDER["donkey"])]
carries = "B"

# %% wrong="fixed-ladder" mark=1.75 says="use `ladder`"
def size_on(frame_m, height_m, ladder):
    size = "extreme closeup"
    for name, begins in LADDER["man"].items():
        if frame_m / height_m >= begins:
            size = name
    return size

parted = [0.4, 0.8, 1.4, 6.0]
carries = "B"

# %% wrong="possible-as-actual" mark=1.5 says="on what it was measured"
def size_on(frame_m, height_m, ladder):
    size = "extreme closeup"
    for name, begins in ladder.items():
        if frame_m / height_m >= begins:
            size = name
    return size

parted = [0.4, 0.8, 1.4, 6.0]
carries = "A"

# %% wrong="constructed-as-fact" mark=1.5 says="Who gives these heights"
def size_on(frame_m, height_m, ladder):
    size = "extreme closeup"
    for name, begins in ladder.items():
        if frame_m / height_m >= begins:
            size = name
    return size

parted = [0.4, 0.8, 1.4, 6.0]
carries = "C"

# %% wrong="one-size-only" mark=1.5 says="frame within the frame"
def size_on(frame_m, height_m, ladder):
    size = "extreme closeup"
    for name, begins in ladder.items():
        if frame_m / height_m >= begins:
            size = name
    return size

parted = [0.4, 0.8, 1.4, 6.0]
carries = "D"

# %% wrong="unknown-item" mark=1.5 says="stand in `FRAMES_M`"
def size_on(frame_m, height_m, ladder):
    size = "extreme closeup"
    for name, begins in ladder.items():
        if frame_m / height_m >= begins:
            size = name
    return size

parted = ["closeup", "medium shot", "medium long shot", "long shot"]
carries = "B"

# %% wrong="step-not-reached" mark=1.25 says="in heights of the body"
def size_on(frame_m, height_m, ladder):
    size = "extreme closeup"
    for name, begins in ladder.items():
        if frame_m >= begins:
            size = name
    return size

parted = [0.4, 0.8, 1.4, 6.0]
carries = "B"

# %% wrong="type" mark=1 says="Expected a text"
def size_on(frame_m, height_m, ladder):
    return [name for name, begins in ladder.items() if frame_m / height_m >= begins]

parted = [0.4, 0.8, 1.4, 6.0]
carries = "B"
