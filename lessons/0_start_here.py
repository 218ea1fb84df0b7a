# ---
# jupyter:
#   return_to_dust:
#     title: Start here
#     minutes: 15
#     skills: run cells, restart a notebook, read an address such as [screen p5]
# ---

# %% [markdown]
# # Start here
#
# In 2022 a film about a poor couple and their donkey in Gansu became a success in Chinese cinemas. Three of
# the texts that we read here tell that it was then taken out of them. This course asks what can be known about
# *Return to Dust* 隐入尘烟 (Li Ruijun, 2022) from what was written about it.

# %% [markdown]
# - Minutes: 15
# - Needs: nothing but curiosity. From Unit 1 on you also need a `for` loop. You do not need the film, and
#   no picture from it is shown.
#
# When you have worked through this page, you can run and restart a notebook, open any paragraph of the
# texts, and follow an address such as [screen p5].

# %% [markdown]
# ## A notebook is read and run
#
# A notebook is made of cells. Some hold text, like this one; some hold code. Click on the cell below and
# press Shift+Enter: it runs, and its result appears under it.

# %%
title = "隐入尘烟"
print("The Chinese title has", len(title), "characters.")

# %% [markdown]
# Now change something: write your own text between the quotation marks and press Shift+Enter again. You
# cannot break anything. Under *File* you can always download a copy or go back to a checkpoint.

# %% [markdown]
# ## Order matters
#
# A cell knows what the cells run *before* it have made. Run the next two cells in order, then run the
# second one several times.

# %%
hits = 0

# %%
hits = hits + 1
hits

# %% [markdown]
# Each run counts on. The page looks the same, but the notebook's memory has changed: what counts is the
# order in which you run cells, not the order on the page. The number in brackets beside a cell tells when
# it ran.

# %% [markdown]
# If results look strange, start afresh: choose *Run*, then *Restart Kernel and Run All Cells*. It empties
# the memory and runs the page from top to bottom. Your text stays. What you get then is what others get.

# %% [markdown]
# ## Eight texts bear witness
#
# Five documents reached this course. One of them carries three user reviews, so there are eight texts. Each
# is a **witness** (证人): it tells something, and somebody stands behind it. Here is the catalogue.

# %%
from return_to_dust import reading, table

sources = table("sources")
sources[["source", "kind", "country", "date", "date_precision", "reading_words"]]

# %% [markdown]
# `<NA>` and `NaT` mean that something is not known. Four of the eight have no date: for the three user
# reviews we know only that they are not later than the page that carries them, and for the UK review only when
# its page was captured. Where a date is less precise than a day, `date_precision` says so: 2023-01-01 with the
# precision *year* means "some day in 2023", and 2022-02-01 with *month* "some day in that February".

# %% [markdown]
# What you read are retellings. The originals are other people's writing, so each text is told again in our
# words, with its facts, figures, doubts and mistakes. Words between “ and ” are the witness's own, five at
# a time at most. Notes such as [our gloss] are ours.

# %% [markdown]
# ## An address leads to a paragraph
#
# Every paragraph has a number. [screen p5] means: the text `screen`, paragraph 5. Open it:

# %%
print(reading("screen")["p5"])

# %% [markdown]
# Try another one: the Hollywood Reporter copy on the film's removal is [hollywood_reporter_repost p8]. The
# ids stand in the column `source` above. A reading alone on the last line of a cell shows the whole text.

# %%
reading("user_wurideflame")

# %% [markdown]
# In this course a claim about the texts comes with an address. Follow it whenever you doubt: the course is
# right only as far as the paragraph says so.

# %% [markdown]
# ## Five units, each a lesson and an assignment
#
# | unit | what it asks |
# |---|---|
# | [1 Witnesses](1_witnesses.ipynb) | who speaks, when, for whom; how did it reach us? |
# | [2 Reception](2_reception.ipynb) | how was the film rated, praised, sold and named? |
# | [3 Censorship context](3_censorship_context.ipynb) | what is documented, what is reported, what is only believed about its removal? |
# | [4 Framings](4_framings.ipynb) | what do the described shots do, and how can a framing be measured? |
# | [5 Argument](5_argument.ipynb) | how do reception, censorship and framing make one reading? |

# %% [markdown]
# ## Key points
#
# - Shift+Enter runs a cell; the order of running counts; *Restart Kernel and Run All Cells* starts afresh.
# - Eight texts, retold and numbered by paragraph, are the evidence. [screen p5] is an address.
# - What is not known is left empty and not guessed.
