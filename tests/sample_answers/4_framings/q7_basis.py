# %% right="a dict"
basis_of = {"off_screen": "stated", "beam_over_heads": "inferred", "head_size": "constructed", "one_level": "stated", "donkey_side": "constructed", "looks_down": "inferred", "under_quarter": "stated", "frame_shape": "constructed"}

# %% right="other order, other case"
basis_of = dict(frame_shape="Constructed", under_quarter="Stated", looks_down="Inferred", donkey_side="Constructed", one_level="Stated", head_size="Constructed", beam_over_heads="Inferred", off_screen="Stated")

# %% right="a Series, filled by kinds"
basis_of = pd.Series("constructed", index=["off_screen", "beam_over_heads", "head_size", "one_level", "donkey_side", "looks_down", "under_quarter", "frame_shape"])
basis_of[["off_screen", "one_level", "under_quarter"]] = "stated"
basis_of[["beam_over_heads", "looks_down"]] = "inferred"

# %% wrong="overlooking-as-down" mark=1.5 says="without looking down"
basis_of = {"off_screen": "stated", "beam_over_heads": "stated", "head_size": "constructed", "one_level": "stated", "donkey_side": "constructed", "looks_down": "stated", "under_quarter": "stated", "frame_shape": "constructed"}

# %% wrong="overlooking-as-down" mark=1.75 says="without looking down"
basis_of = {"off_screen": "stated", "beam_over_heads": "inferred", "head_size": "constructed", "one_level": "stated", "donkey_side": "constructed", "looks_down": "stated", "under_quarter": "stated", "frame_shape": "constructed"}

# %% wrong="number-as-stated" mark=0.75 says="gives this number"
basis_of = {name: "stated" for name in ["off_screen", "beam_over_heads", "head_size", "one_level", "donkey_side", "looks_down", "under_quarter", "frame_shape"]}

# %% wrong="reads-past-words" mark=0.5 says="the very word"
basis_of = dict.fromkeys(["off_screen", "beam_over_heads", "head_size", "one_level", "donkey_side", "looks_down", "under_quarter", "frame_shape"], "inferred")

# %% wrong="number-from-words" mark=1.75 says="Why this number"
basis_of = {"off_screen": "stated", "beam_over_heads": "inferred", "head_size": "inferred", "one_level": "stated", "donkey_side": "constructed", "looks_down": "inferred", "under_quarter": "stated", "frame_shape": "constructed"}

# %% wrong="number-as-stated" mark=1.5 says="gives this number"
basis_of = {"off_screen": "stated", "beam_over_heads": "inferred", "head_size": "stated", "one_level": "stated", "donkey_side": "stated", "looks_down": "inferred", "under_quarter": "stated", "frame_shape": "constructed"}

# %% wrong="side-as-told" mark=1.75 says="on which side"
basis_of = {"off_screen": "stated", "beam_over_heads": "inferred", "head_size": "constructed", "one_level": "stated", "donkey_side": "stated", "looks_down": "inferred", "under_quarter": "stated", "frame_shape": "constructed"}

# %% wrong="bound-as-ours" mark=1.75 says="Is a bound"
basis_of = {"off_screen": "stated", "beam_over_heads": "inferred", "head_size": "constructed", "one_level": "stated", "donkey_side": "constructed", "looks_down": "inferred", "under_quarter": "constructed", "frame_shape": "constructed"}

# %% wrong="bound-as-inference" mark=1.75 says="as well as a number"
basis_of = {"off_screen": "stated", "beam_over_heads": "inferred", "head_size": "constructed", "one_level": "stated", "donkey_side": "constructed", "looks_down": "inferred", "under_quarter": "inferred", "frame_shape": "constructed"}

# %% wrong="habit-as-stated" mark=1.75 says="Which witness says so"
basis_of = {"off_screen": "stated", "beam_over_heads": "inferred", "head_size": "constructed", "one_level": "stated", "donkey_side": "constructed", "looks_down": "inferred", "under_quarter": "stated", "frame_shape": "stated"}

# %% wrong="habit-as-inference" mark=1.75 says="From which words"
basis_of = {"off_screen": "stated", "beam_over_heads": "inferred", "head_size": "constructed", "one_level": "stated", "donkey_side": "constructed", "looks_down": "inferred", "under_quarter": "stated", "frame_shape": "inferred"}

# %% wrong="step-not-seen" mark=1.5 says="read in this way"
basis_of = {"off_screen": "stated", "beam_over_heads": "constructed", "head_size": "constructed", "one_level": "stated", "donkey_side": "constructed", "looks_down": "constructed", "under_quarter": "stated", "frame_shape": "constructed"}

# %% wrong="reads-past-words" mark=1.75 says="phrase about the two"
basis_of = {"off_screen": "stated", "beam_over_heads": "inferred", "head_size": "constructed", "one_level": "inferred", "donkey_side": "constructed", "looks_down": "inferred", "under_quarter": "stated", "frame_shape": "constructed"}

# %% wrong="missing-entry" mark=1.5 says="looks_down"
basis_of = {"off_screen": "stated", "beam_over_heads": "inferred", "head_size": "constructed", "one_level": "stated", "donkey_side": "constructed", "under_quarter": "stated"}

# %% wrong="other" mark=1.75 says="one of the three"
basis_of = {"off_screen": "said", "beam_over_heads": "inferred", "head_size": "constructed", "one_level": "stated", "donkey_side": "constructed", "looks_down": "inferred", "under_quarter": "stated", "frame_shape": "constructed"}

# %% wrong="type" mark=0 says="Expected a dict"
basis_of = ["stated", "inferred", "constructed", "stated", "constructed", "inferred", "stated", "constructed"]

# %% wrong="obvious-as-stated" mark=1.75 says="over what is the beam"
basis_of = {"off_screen": "stated", "head_size": "constructed", "one_level": "stated", "looks_down": "inferred", "donkey_side": "constructed", "under_quarter": "stated", "beam_over_heads": "stated", "frame_shape": "constructed"}
