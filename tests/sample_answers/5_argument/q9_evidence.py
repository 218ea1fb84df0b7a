# %% right="a list of dicts, on money"
takings = "The film earned far more than people in the trade expected."
gone = "Cinemas in China stopped showing the film before its run was over."
opening = "The film opens on a wall of earth with a hole in it."
evidence = [
    {"claim": "money", "part": "reception", "kind": "attributed", "statement": takings, "source": "newschina",
     "paragraph": "p32", "quotation": "Industry insiders", "stance": "supports"},
    {"claim": "money", "part": "reception", "kind": "attributed", "statement": takings, "source": "screen",
     "paragraph": "p5", "quotation": "fleeting art-house appreciation", "stance": "qualifies"},
    {"claim": "gone", "part": "censorship", "kind": "reported", "statement": gone, "source": "uk_review",
     "paragraph": "p3", "quotation": "cinemas and streaming", "stance": "supports"},
    {"claim": "gone", "part": "censorship", "kind": "reported", "statement": gone, "source": "newschina",
     "paragraph": "", "quotation": "", "stance": "silent"},
    {"claim": "wall", "part": "framing", "kind": "inferred", "statement": opening, "source": "user_liangzihan",
     "paragraph": "p6", "quotation": "“loess wall”", "stance": "supports"},
    {"claim": "wall", "part": "framing", "kind": "inferred", "statement": opening, "source": "newschina",
     "paragraph": "p5", "quotation": "this is how", "stance": "contradicts"},
]

# %% right="a table with other columns first, and numbers"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("supports", "strikingly realistic", 1, S1, "reception", 36, "newschina", "attributed"),
        ("qualifies", "frustratingly indulgent", 1, S1, "reception", 2, "uk_review", "attributed"),
        ("supports", "official statement", 2, S2, "censorship", 8, "hollywood_reporter_repost", "reported"),
        ("silent", "September 30 as the end", 2, S2, "censorship", 33, "newschina", "reported"),
        ("supports", "less than a quarter", 3, S3, "framing", 15, "user_liangzihan", "reported"),
        ("qualifies", "keeps politics on the periphery", 3, S3, "framing", 8, "screen", "reported"),
    ],
    columns=["stance", "quotation", "claim", "statement", "part", "paragraph", "source", "kind"],
)
evidence["note"] = "mine"

# %% right="a dict of lists"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "strikingly realistic", "supports"),
        ("1", "reception", "attributed", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "silent"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "less than a quarter", "supports"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)
evidence = evidence.to_dict("list")

# %% right="four claims, on animals, with measures"
shared = "One viewer says that man and donkey stand level in a picture."
kind_ones = "The two are gentle with their animals."
blocked = "Talk about the film was shut off for a while."
belief = "Some hold that the censors shared the anger of the attackers."
rows = [
    ("donkey", "framing", "reported", shared, "user_liangzihan", "p8", "on the same level", "supports", "mirror_donkey:height_in_frame"),
    ("donkey", "framing", "reported", shared, "newschina", "p4", "brings the animal indoors", "qualifies", ""),
    ("kind", "reception", "attributed", kind_ones, "user_blue_grotto", "p6", "so kind", "supports", ""),
    ("kind", "reception", "attributed", kind_ones, "uk_review", "p5", "treat their animals with respect", "supports", ""),
    ("kind", "reception", "attributed", kind_ones, "user_liangzihan", "p19", "merely livestock", "contradicts", ""),
    ("blocked", "censorship", "reported", blocked, "hollywood_reporter_repost", "p8", "briefly blocked", "supports", ""),
    ("blocked", "censorship", "reported", blocked, "listing_page", "p6", "", "silent", ""),
    ("belief", "censorship", "speculated", belief, "hollywood_reporter_repost", "p9", "censored out of sympathy", "supports", ""),
    ("belief", "censorship", "speculated", belief, "user_liangzihan", "p18", "official explanation", "qualifies", ""),
]
columns = ["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance", "rests_on"]
evidence = [dict(zip(columns, row)) for row in rows]

# %% right="claims as the index"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "strikingly realistic", "supports"),
        ("1", "reception", "attributed", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "silent"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "less than a quarter", "supports"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)
evidence = evidence.set_index("claim")

# %% wrong="quotation" mark=7 says="copy the words exactly"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "a masterpiece of realism", "supports"),
        ("1", "reception", "attributed", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "silent"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "less than a quarter", "supports"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="quotation" mark=7 says="another paragraph of this reading"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "strikingly realistic", "supports"),
        ("1", "reception", "attributed", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "not welcome", "supports"),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "silent"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "less than a quarter", "supports"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="quotation" mark=7 says="in another reading"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "strikingly realistic", "supports"),
        ("1", "reception", "attributed", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "silent"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "double happiness", "supports"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="length" mark=7.5 says="has 6 words"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "strikingly realistic", "supports"),
        ("1", "reception", "attributed", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "silent"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "The share of the screen that", "supports"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="raised-rung" mark=6.5 says="more surely"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "strikingly realistic", "supports"),
        ("1", "reception", "attributed", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p9", "censored out of sympathy", "supports"),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "silent"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "less than a quarter", "supports"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="raised-rung" mark=6.5 says="more surely"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "reported", S1, "newschina", "p36", "strikingly realistic", "supports"),
        ("1", "reception", "reported", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "silent"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "less than a quarter", "supports"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="no-counter-witness" mark=7 says="no counter-witness"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "strikingly realistic", "supports"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "silent"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "less than a quarter", "supports"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="no-counter-witness" mark=7 says="no counter-witness"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "strikingly realistic", "supports"),
        ("1", "reception", "attributed", S1, "newschina", "p37", "bleak realities", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "silent"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "less than a quarter", "supports"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="false-silence" mark=7 says="too early"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "strikingly realistic", "supports"),
        ("1", "reception", "attributed", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "censorship", "reported", S2, "screen", "p5", "sadly unlikely", "silent"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "less than a quarter", "supports"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="false-silence" mark=7 says="speaks of the matter"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "strikingly realistic", "supports"),
        ("1", "reception", "attributed", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "censorship", "reported", S2, "uk_review", "p3", "trains its sights", "silent"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "less than a quarter", "supports"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="no-silence" mark=7 says="stance silent"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "strikingly realistic", "supports"),
        ("1", "reception", "attributed", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "qualifies"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "less than a quarter", "supports"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="constructed-value" mark=7 says="so that a diagram could be drawn"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "strikingly realistic", "supports", ""),
        ("1", "reception", "attributed", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies", ""),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports", ""),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "silent", ""),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "less than a quarter", "supports", "platform_auditorium:area"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies", ""),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance", "rests_on"],
)

# %% wrong="not-a-picture" mark=7 says="no scene, shot or image"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "strikingly realistic", "supports"),
        ("1", "reception", "attributed", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "silent"),
        ("3", "framing", "attributed", S3, "hollywood_reporter_repost", "p11", "not welcome", "supports"),
        ("3", "framing", "attributed", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="claims" mark=6 says="are needed"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "strikingly realistic", "supports"),
        ("1", "reception", "attributed", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "silent"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="parts" mark=7 says="about censorship"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "strikingly realistic", "supports"),
        ("1", "reception", "attributed", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "reception", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "reception", "reported", S2, "newschina", "p33", "September 30 as the end", "silent"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "less than a quarter", "supports"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="choices" mark=7.5 says="is not one of"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "certain", S1, "newschina", "p36", "strikingly realistic", "supports"),
        ("1", "reception", "certain", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "silent"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "less than a quarter", "supports"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="one-claim" mark=7.5 says="has another statement"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "strikingly realistic", "supports"),
        ("1", "reception", "attributed", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "silent"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "less than a quarter", "supports"),
        ("3", "framing", "reported", "Politics is left at the edge.", "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="own-words" mark=7.5 says="own words"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", "Ge feels that the film is strikingly realistic and much else.", "newschina", "p36", "strikingly realistic", "supports"),
        ("1", "reception", "attributed", "Ge feels that the film is strikingly realistic and much else.", "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "silent"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "less than a quarter", "supports"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="support" mark=7.5 says="No row supports"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "strikingly realistic", "qualifies"),
        ("1", "reception", "attributed", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "silent"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "less than a quarter", "supports"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="columns" mark=7 says="no column"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", "newschina", "p36", "strikingly realistic", "supports"),
        ("1", "reception", "attributed", "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "censorship", "reported", "newschina", "p33", "September 30 as the end", "silent"),
        ("3", "framing", "reported", "user_liangzihan", "p15", "less than a quarter", "supports"),
        ("3", "framing", "reported", "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="cells" mark=7.5 says="empty"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "", "supports"),
        ("1", "reception", "attributed", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p8", "official statement", "supports"),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "silent"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "less than a quarter", "supports"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="paragraph" mark=7.5 says="no paragraph"
S1 = "A viewer who knows such villages finds the film close to them."
S2 = "The film was gone from Chinese cinemas, and no office said why."
S3 = "In a scene with a platform the villagers get the smaller share."
evidence = pd.DataFrame(
    [
        ("1", "reception", "attributed", S1, "newschina", "p36", "strikingly realistic", "supports"),
        ("1", "reception", "attributed", S1, "uk_review", "p2", "frustratingly indulgent", "qualifies"),
        ("2", "censorship", "reported", S2, "hollywood_reporter_repost", "p18", "official statement", "supports"),
        ("2", "censorship", "reported", S2, "newschina", "p33", "September 30 as the end", "silent"),
        ("3", "framing", "reported", S3, "user_liangzihan", "p15", "less than a quarter", "supports"),
        ("3", "framing", "reported", S3, "screen", "p8", "keeps politics on the periphery", "qualifies"),
    ],
    columns=["claim", "part", "kind", "statement", "source", "paragraph", "quotation", "stance"],
)

# %% wrong="claims" mark=0.5 says="are needed"
evidence = [
    {"claim": "1", "part": "censorship", "kind": "reported", "statement": "It vanished.", "source": "uk_review",
     "paragraph": "p3", "quotation": "shortly after its release", "stance": "supports"},
]

# %% wrong="type" mark=0 says="DataFrame or a list of dicts"
evidence = "The film was removed on September 26 [hollywood_reporter_repost p8]."

# %% wrong="unanswered" mark=0 says="does not exist"
my_table = pd.DataFrame()
