# %% right="Pythagoras"
def distance_to_centre(x, y, width, height):
    side = (x + width / 2 - 0.5) * 16 / 9
    up = y + height / 2 - 0.5
    return (side ** 2 + up ** 2) ** 0.5

nearest = "mirror_reflection"

# %% right="math.hypot, in sixteenths and ninths"
def distance_to_centre(x, y, width, height):
    across = 16 * (x + width / 2) - 8
    upward = 9 * (y + height / 2) - 4.5
    return math.hypot(across, upward) / 9

scene = table("regions")
scene = scene[(scene["shot"] == "lz_mirror") & scene["what"].isin(["person", "animal"])]
far = scene.apply(lambda row: distance_to_centre(row["x"], row["y"], row["width"], row["height"]), axis=1)
nearest = scene.loc[far.idxmin(), "region"]

# %% right="two edges instead of a middle, rounded"
def distance_to_centre(x, y, width, height):
    left, right = x * 16 / 9, (x + width) * 16 / 9
    low, high = y, y + height
    return round((((left + right) / 2 - 8 / 9) ** 2 + ((low + high) / 2 - 0.5) ** 2) ** 0.5, 3)

nearest = "Mirror_reflection"

# %% right="with the course's own function"
from return_to_dust import framing

def distance_to_centre(x, y, width, height):
    return framing.distance_to_centre({"x": x, "y": y, "width": width, "height": height})

measured = framing.measure("lz_mirror").set_index("region")["distance_to_centre"]
nearest = measured.drop(["mirror_mirror", "mirror_door", "mirror_bed"]).idxmin()

# %% wrong="forgets-ratio" mark=0.5 says="longer than one of the height"
def distance_to_centre(x, y, width, height):
    return ((x + width / 2 - 0.5) ** 2 + (y + height / 2 - 0.5) ** 2) ** 0.5

nearest = "mirror_reflection"

# %% wrong="corner-as-middle" mark=0.5 says="lower left corner"
def distance_to_centre(x, y, width, height):
    return (((x - 0.5) * 16 / 9) ** 2 + (y - 0.5) ** 2) ** 0.5

nearest = "mirror_reflection"

# %% wrong="ratio-upside-down" mark=0.5 says="the other way round"
def distance_to_centre(x, y, width, height):
    return (((x + width / 2 - 0.5) * 9 / 16) ** 2 + (y + height / 2 - 0.5) ** 2) ** 0.5

nearest = "mirror_reflection"

# %% wrong="ratio-upside-down" mark=0.5 says="the other way round"
def distance_to_centre(x, y, width, height):
    return ((x + width / 2 - 0.5) ** 2 + ((y + height / 2 - 0.5) * 9 / 16) ** 2) ** 0.5

nearest = "mirror_reflection"

# %% wrong="no-root" mark=0.5 says="the root is missing"
def distance_to_centre(x, y, width, height):
    return ((x + width / 2 - 0.5) * 16 / 9) ** 2 + (y + height / 2 - 0.5) ** 2

nearest = "mirror_reflection"

# %% wrong="adds-sides" mark=1 says="the straight way is shorter"
def distance_to_centre(x, y, width, height):
    return abs(x + width / 2 - 0.5) * 16 / 9 + abs(y + height / 2 - 0.5)

nearest = "mirror_reflection"

# %% wrong="thing-for-person" mark=1.5 says="This is a thing"
def distance_to_centre(x, y, width, height):
    return (((x + width / 2 - 0.5) * 16 / 9) ** 2 + (y + height / 2 - 0.5) ** 2) ** 0.5

nearest = "mirror_mirror"

# %% wrong="level-only" mark=1.5 says="far to the side"
def distance_to_centre(x, y, width, height):
    return (((x + width / 2 - 0.5) * 16 / 9) ** 2 + (y + height / 2 - 0.5) ** 2) ** 0.5

nearest = "mirror_donkey"

# %% wrong="farthest" mark=1.5 says="farthest from the centre"
def distance_to_centre(x, y, width, height):
    return (((x + width / 2 - 0.5) * 16 / 9) ** 2 + (y + height / 2 - 0.5) ** 2) ** 0.5

nearest = "mirror_guiying"

# %% wrong="largest" mark=1.5 says="is the largest"
def distance_to_centre(x, y, width, height):
    return (((x + width / 2 - 0.5) * 16 / 9) ** 2 + (y + height / 2 - 0.5) ** 2) ** 0.5

nearest = "mirror_laosi"

# %% wrong="other" mark=1.5 says="Copy a name"
def distance_to_centre(x, y, width, height):
    return (((x + width / 2 - 0.5) * 16 / 9) ** 2 + (y + height / 2 - 0.5) ** 2) ** 0.5

nearest = "LaoSi"

# %% wrong="other" mark=1 says="x = 0.590625"
def distance_to_centre(x, y, width, height):
    return 0.51

nearest = "mirror_reflection"

# %% wrong="crash" mark=0.5 says="sqrt"
def distance_to_centre(x, y, width, height):
    return sqrt(((x + width / 2 - 0.5) * 16 / 9) ** 2 + (y + height / 2 - 0.5) ** 2)

nearest = "mirror_reflection"
