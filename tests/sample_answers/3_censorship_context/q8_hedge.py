# %% right="a dict"
keeps = {"critique": "C", "abroad": "B", "auditorium": "D", "statement": "A"}

# %% right="small letters, another order"
keeps = {"statement": "a", "auditorium": "d", "abroad": "b", "critique": "c"}

# %% right="a Series"
keeps = pd.Series(list("CBDA"), index=["critique", "abroad", "auditorium", "statement"])

# %% wrong="hedge-lost" mark=1.5 says="Which small word"
keeps = {"critique": "B", "abroad": "B", "auditorium": "D", "statement": "A"}

# %% wrong="speaker-lost" mark=0.5 says="does this person say that it is so"
keeps = {"critique": "A", "abroad": "A", "auditorium": "A", "statement": "A"}

# %% wrong="speaker-changed" mark=0.5 says="Whose remark"
keeps = {"critique": "D", "abroad": "D", "auditorium": "D", "statement": "D"}

# %% wrong="forecast-as-knowledge" mark=1.5 says="leave it open"
keeps = {"critique": "C", "abroad": "C", "auditorium": "D", "statement": "A"}

# %% wrong="forecast-as-knowledge" mark=1.5 says="of the paragraph leave it open"
keeps = {"critique": "C", "abroad": "A", "auditorium": "D", "statement": "A"}

# %% wrong="hedge-lost" mark=1 says="Which verb"
keeps = {"critique": "C", "abroad": "B", "auditorium": "C", "statement": "C"}

# %% wrong="speaker-changed" mark=1 says="what the villagers feel"
keeps = {"critique": "C", "abroad": "B", "auditorium": "B", "statement": "B"}

# %% wrong="act-put-in" mark=1.5 says="two things"
keeps = {"critique": "C", "abroad": "B", "auditorium": "D", "statement": "B"}

# %% wrong="conclusion-put-in" mark=1.5 says="who acted"
keeps = {"critique": "C", "abroad": "B", "auditorium": "D", "statement": "C"}

# %% wrong="speaker-lost" mark=1.5 says="How many witnesses"
keeps = {"critique": "C", "abroad": "B", "auditorium": "D", "statement": "D"}

# %% wrong="missing-entry" mark=1.5 says="statement"
keeps = {"critique": "C", "abroad": "B", "auditorium": "D"}

# %% wrong="other" mark=1.5 says="one of the letters"
keeps = {"critique": "C", "abroad": "limited release possible", "auditorium": "D", "statement": "A"}

# %% wrong="type" mark=0 says="Expected a dict"
keeps = ["C", "B", "D", "A"]
