# %% right="one line"
def minutes_at(minutes, fps_before, fps_after):
    return minutes * fps_before / fps_after

speed_up = "A"

# %% right="step by step"
def minutes_at(minutes, fps_before, fps_after):
    pictures = minutes * 60 * fps_before
    seconds = pictures / fps_after
    return seconds / 60

speed_up = "a"

# %% right="rounded to hundredths"
def minutes_at(minutes, fps_before, fps_after):
    ratio = fps_before / fps_after
    return round(minutes * ratio, 2)

speed_up = "A"

# %% right="a fraction"
from fractions import Fraction
def minutes_at(minutes, fps_before, fps_after):
    return Fraction(minutes * fps_before, fps_after)

speed_up = "A"

# %% wrong="turned-round" mark=1.0 says="the other way"
def minutes_at(minutes, fps_before, fps_after):
    return minutes * fps_after / fps_before

speed_up = "A"

# %% wrong="seconds" mark=1 says="These are seconds"
def minutes_at(minutes, fps_before, fps_after):
    return minutes * 60 * fps_before / fps_after

speed_up = "A"

# %% wrong="pictures" mark=1 says="number of pictures"
def minutes_at(minutes, fps_before, fps_after):
    return minutes * 60 * fps_before

speed_up = "A"

# %% wrong="adds-difference" mark=0 says="their ratio"
def minutes_at(minutes, fps_before, fps_after):
    return minutes + fps_before - fps_after

speed_up = "B"

# %% wrong="cuts-off" mark=1 says="keep the decimals"
def minutes_at(minutes, fps_before, fps_after):
    return minutes * fps_before // fps_after

speed_up = "A"

# %% wrong="other" mark=1.5 says="some speeds fixed"
def minutes_at(minutes, fps_before, fps_after):
    if fps_before == fps_after:
        return minutes
    return minutes * 25 / 24 if fps_before == 25 else minutes * 24 / 30

speed_up = "A"

# %% wrong="other" mark=0.5 says="keep its length"
def minutes_at(minutes, fps_before, fps_after):
    return minutes * 25 / 24 if fps_before == 25 else minutes * 24 / 30

speed_up = "C"

# %% wrong="fixed-number" mark=1 says="the result of the example"
def minutes_at(minutes, fps_before, fps_after):
    return 104.17

speed_up = "A"

# %% wrong="fixed-number" mark=0 says="24 and 25 fixed"
def minutes_at(minutes, fps_before, fps_after):
    return minutes * 25 / 24

speed_up = "C"

# %% wrong="direction-not-size" mark=1 says="Does the size"
def minutes_at(minutes, fps_before, fps_after):
    return minutes * fps_before / fps_after

speed_up = "B"

# %% wrong="speed-without-effect" mark=1 says="take another time"
def minutes_at(minutes, fps_before, fps_after):
    return minutes * fps_before / fps_after

speed_up = "C"

# %% wrong="rounding-too-far" mark=1 says="half a minute"
def minutes_at(minutes, fps_before, fps_after):
    return minutes * fps_before / fps_after

speed_up = "D"

# %% wrong="type" mark=1 says="None"
def minutes_at(minutes, fps_before, fps_after):
    print(minutes * fps_before / fps_after)

speed_up = "A"

# %% wrong="other" mark=1 says="letters in quotation marks"
def minutes_at(minutes, fps_before, fps_after):
    return minutes * fps_before / fps_after

speed_up = "A and C"
