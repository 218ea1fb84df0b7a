# %% right="a dict"
rung = {1: "reported", 2: "documented", 3: "attributed", 4: "inferred", 5: "speculated", 6: "speculated", 7: "documented", 8: "reported"}

# %% right="another order, other case"
rung = {8: "Reported", 7: "Documented", 6: "Speculated", 5: "Speculated", 4: "Inferred", 3: "Attributed", 2: "Documented", 1: "Reported"}

# %% right="a Series"
rung = pd.Series(["reported", "documented", "attributed", "inferred", "speculated", "speculated", "documented", "reported"], index=range(1, 9))

# %% right="by rung, turned round in a loop"
sentences = {"reported": [1, 8], "documented": [2, 7], "attributed": [3], "inferred": [4], "speculated": [5, 6]}
rung = {}
for name, numbers in sentences.items():
    for number in numbers:
        rung[number] = name

# %% wrong="belief-as-statement" mark=1.75 says="Look at the verb"
rung = {1: "reported", 2: "documented", 3: "attributed", 4: "inferred", 5: "speculated", 6: "attributed", 7: "documented", 8: "reported"}

# %% wrong="fact-as-document" mark=1.5 says="Which paper, list or count"
rung = {1: "documented", 2: "documented", 3: "attributed", 4: "inferred", 5: "speculated", 6: "speculated", 7: "documented", 8: "documented"}

# %% wrong="document-unseen" mark=1.5 says="what it rests on"
rung = {1: "reported", 2: "reported", 3: "attributed", 4: "inferred", 5: "speculated", 6: "speculated", 7: "reported", 8: "reported"}

# %% wrong="speaker-lost" mark=1.75 says="or somebody else"
rung = {1: "reported", 2: "documented", 3: "reported", 4: "inferred", 5: "speculated", 6: "speculated", 7: "documented", 8: "reported"}

# %% wrong="conclusion-as-report" mark=1.5 says="Which word joins the halves"
rung = {1: "reported", 2: "documented", 3: "attributed", 4: "reported", 5: "inferred", 6: "speculated", 7: "documented", 8: "reported"}

# %% wrong="paper-as-speaker" mark=1.5 says="a piece of paper"
rung = {1: "reported", 2: "attributed", 3: "attributed", 4: "inferred", 5: "speculated", 6: "speculated", 7: "attributed", 8: "reported"}

# %% wrong="plan-as-forecast" mark=1.75 says="does the sentence foretell"
rung = {1: "reported", 2: "speculated", 3: "attributed", 4: "inferred", 5: "speculated", 6: "speculated", 7: "documented", 8: "reported"}

# %% wrong="absence-as-conclusion" mark=1.75 says="does the sentence say so"
rung = {1: "reported", 2: "documented", 3: "attributed", 4: "inferred", 5: "speculated", 6: "speculated", 7: "documented", 8: "inferred"}

# %% wrong="document-unseen" mark=0.5 says="what it rests on"
rung = dict.fromkeys(range(1, 9), "reported")

# %% wrong="forecast-as-conclusion" mark=1.75 says="can it be known today"
rung = {1: "reported", 2: "documented", 3: "attributed", 4: "inferred", 5: "inferred", 6: "speculated", 7: "documented", 8: "reported"}

# %% wrong="missing-entry" mark=1.75 says="no entry for 8"
rung = {1: "reported", 2: "documented", 3: "attributed", 4: "inferred", 5: "speculated", 6: "speculated", 7: "documented"}

# %% wrong="other" mark=1.75 says="one of the five words"
rung = {1: "reported", 2: "documented", 3: "attributed", 4: "inferred", 5: "speculated", 6: "believed", 7: "documented", 8: "reported"}

# %% wrong="missing-entry" mark=0 says="no entry for 1"
rung = {"1": "reported", "2": "documented", "3": "attributed", "4": "inferred", "5": "speculated", "6": "speculated", "7": "documented", "8": "reported"}

# %% wrong="type" mark=0 says="Expected a dict"
rung = ["reported", "documented", "attributed", "inferred", "speculated", "speculated", "documented", "reported"]
