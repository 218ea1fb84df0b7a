# %% right="a dict"
hero_form = {"screen": "full_name", "uk_review": "translation", "user_liangzihan": "nickname", "user_blue_grotto": "role_only"}
lao_si = "D"

# %% right="another order, other case"
hero_form = dict(user_blue_grotto="Role_only", user_liangzihan="Nickname", uk_review="Translation", screen="Full_name")
lao_si = "d"

# %% right="taken from the table, as a Series"
names = table("names")
hero = names[names["person"] == "ma_youtie"].drop_duplicates("source").set_index("source")
hero_form = hero.loc[["screen", "uk_review", "user_liangzihan", "user_blue_grotto"], "form"]
lao_si = "D"

# %% wrong="english-nickname" mark=1.75 says="Who there would speak English"
hero_form = {"screen": "full_name", "uk_review": "nickname", "user_liangzihan": "nickname", "user_blue_grotto": "role_only"}
lao_si = "D"

# %% wrong="two-words-as-name" mark=1.75 says="Two words need not be two names"
hero_form = {"screen": "full_name", "uk_review": "translation", "user_liangzihan": "full_name", "user_blue_grotto": "role_only"}
lao_si = "D"

# %% wrong="later-mention" mark=1.75 says="look at the first time"
hero_form = {"screen": "surname", "uk_review": "translation", "user_liangzihan": "nickname", "user_blue_grotto": "role_only"}
lao_si = "D"

# %% wrong="old-as-respect" mark=1 says="stands before a number"
hero_form = {"screen": "full_name", "uk_review": "translation", "user_liangzihan": "nickname", "user_blue_grotto": "role_only"}
lao_si = "B"

# %% wrong="pinyin-as-translation" mark=0.75 says="sounds in Latin letters"
hero_form = {"screen": "full_name", "uk_review": "translation", "user_liangzihan": "translation", "user_blue_grotto": "role_only"}
lao_si = "A"

# %% wrong="missing-entry" mark=1.75 says="user_blue_grotto"
hero_form = {"screen": "full_name", "uk_review": "translation", "user_liangzihan": "nickname"}
lao_si = "D"

# %% wrong="type" mark=1 says="Expected a dict"
hero_form = ["full_name", "translation", "nickname", "role_only"]
lao_si = "D"

# %% wrong="other" mark=1.75 says="which words in it are names"
hero_form = {"screen": "full_name", "uk_review": "translation", "user_liangzihan": "nickname", "user_blue_grotto": "nickname"}
lao_si = "D"

# %% wrong="number-of-villagers" mark=1 says="what the family counts"
hero_form = {"screen": "full_name", "uk_review": "translation", "user_liangzihan": "nickname", "user_blue_grotto": "role_only"}
lao_si = "C"

# %% wrong="other" mark=1 says="use one of the five words"
hero_form = {"screen": "Ma Youtie", "uk_review": "Iron", "user_liangzihan": "Lao Si", "user_blue_grotto": "a poor farmer"}
lao_si = "D"
