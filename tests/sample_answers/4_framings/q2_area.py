# %% right="one line for each shape"
def area_share(shape, width, height):
    if shape == "rect":
        return width * height
    return math.pi / 4 * width * height

head_of_hole = area_share("ellipse", 0.12, 0.26) / area_share("rect", 0.18, 0.32)

# %% right="radii of the ellipse, rows of the table, rounded to hundredths"
def area_share(shape, width, height):
    if shape == "ellipse":
        return 3.14159 * (width / 2) * (height / 2)
    return width * height

rows = table("regions").set_index("region")
shares = {name: area_share(row["shape"], row["width"], row["height"]) for name, row in rows.iterrows()}
head_of_hole = round(shares["first_donkey_head"] / shares["first_hole"], 2)

# %% right="a dict of factors, apply on the table, an array"
import numpy as np

def area_share(shape, width, height):
    return np.array([{"rect": 1, "ellipse": np.pi / 4}[shape] * width * height])

two = table("regions").query("region in ['first_hole', 'first_donkey_head']").set_index("region")
areas = two.apply(lambda row: area_share(row["shape"], row["width"], row["height"])[0], axis=1)
head_of_hole = areas["first_donkey_head"] / areas["first_hole"]

# %% right="with the course's own function"
from return_to_dust import framing

def area_share(shape, width, height):
    return framing.area_share({"shape": shape, "x": 0, "y": 0, "width": width, "height": height})

head_of_hole = framing.overlap(framing.region("first_hole"), framing.region("first_donkey_head"))

# %% wrong="ellipse-as-rectangle" mark=0.5 says="rectangle around it"
def area_share(shape, width, height):
    return width * height

head_of_hole = area_share("ellipse", 0.12, 0.26) / area_share("rect", 0.18, 0.32)

# %% wrong="diameters-as-radii" mark=0.5 says="twice the radii"
def area_share(shape, width, height):
    if shape == "ellipse":
        return math.pi * width * height
    return width * height

head_of_hole = area_share("ellipse", 0.12, 0.26) / area_share("rect", 0.18, 0.32)

# %% wrong="area-in-heights" mark=0.5 says="its shape does not matter"
def area_share(shape, width, height):
    area = width * 16 / 9 * height
    return area * math.pi / 4 if shape == "ellipse" else area

head_of_hole = area_share("ellipse", 0.12, 0.26) / area_share("rect", 0.18, 0.32)

# %% wrong="always-ellipse" mark=1 says="look at `shape`"
def area_share(shape, width, height):
    if shape == "rect" or "ellipse":
        return width * height * math.pi / 4

head_of_hole = 0.425

# %% wrong="percent" mark=0 says="a share runs from 0 to 1"
def area_share(shape, width, height):
    area = 100 * width * height
    return area * math.pi / 4 if shape == "ellipse" else area

head_of_hole = 42.5

# %% wrong="share-of-frame" mark=1.5 says="how much of the hole"
def area_share(shape, width, height):
    return width * height * (math.pi / 4 if shape == "ellipse" else 1)

head_of_hole = area_share("ellipse", 0.12, 0.26)

# %% wrong="ellipse-as-rectangle" mark=1.5 says="the head is no rectangle"
def area_share(shape, width, height):
    return width * height * (math.pi / 4 if shape == "ellipse" else 1)

head_of_hole = area_share("rect", 0.12, 0.26) / area_share("rect", 0.18, 0.32)

# %% wrong="heights-only" mark=1.5 says="compare heights"
def area_share(shape, width, height):
    return width * height * (math.pi / 4 if shape == "ellipse" else 1)

head_of_hole = 0.26 / 0.32

# %% wrong="widths-only" mark=1.5 says="compare widths"
def area_share(shape, width, height):
    return width * height * (math.pi / 4 if shape == "ellipse" else 1)

head_of_hole = 0.12 / 0.18

# %% wrong="circle" mark=1.5 says="as high as `height`"
def area_share(shape, width, height):
    if shape == "ellipse":
        return math.pi * (width / 2) ** 2
    return width * height

head_of_hole = 0.4254

# %% wrong="type" mark=0.5 says="without `return`"
def area_share(shape, width, height):
    print(width * height * (math.pi / 4 if shape == "ellipse" else 1))

head_of_hole = 0.4254

# %% wrong="hole-alone" mark=1.5 says="hole's part of the frame"
def area_share(shape, width, height):
    return width * height * (math.pi / 4 if shape == "ellipse" else 1)

head_of_hole = area_share("rect", 0.18, 0.32)

# %% wrong="adds" mark=0 says="add width and height"
def area_share(shape, width, height):
    return width + height

head_of_hole = 0.38 / 0.5

# %% wrong="other" mark=1.5 says="from 0 to 1, not a percentage"
def area_share(shape, width, height):
    return width * height * (math.pi / 4 if shape == "ellipse" else 1)

head_of_hole = 0.18 * 0.32 / (0.12 * 0.26 * math.pi / 4)
