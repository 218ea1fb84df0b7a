# %% right="a list comprehension"
def fits_five_words(quotation):
    words = [run for run in quotation.split() if any(letter.isalnum() for letter in run)]
    return 1 <= len(words) <= 5

# %% right="a loop"
def fits_five_words(quotation):
    count = 0
    for run in quotation.split():
        has_letter = False
        for letter in run:
            if letter.isalnum():
                has_letter = True
        if has_letter:
            count = count + 1
    if count == 0:
        return False
    return count < 6

# %% right="a regular expression"
import re

def fits_five_words(quotation):
    return len(re.findall(r"\S*\w\S*", quotation)) in range(1, 6)

# %% right="numpy, whose truth values are of another type"
import numpy as np

def fits_five_words(quotation):
    words = np.array([any(map(str.isalnum, run)) for run in quotation.split()] + [False])
    return (words.sum() >= 1) & (words.sum() <= 5)

# %% wrong="counts-dashes" mark=0.5 says="dash"
def fits_five_words(quotation):
    return 1 <= len(quotation.split()) <= 5

# %% wrong="refuses-short" mark=0.5 says="five words or fewer"
def fits_five_words(quotation):
    words = [run for run in quotation.split() if any(letter.isalnum() for letter in run)]
    return 1 <= len(words) < 5

# %% wrong="counts-spaces" mark=0.5 says="counted wrongly"
def fits_five_words(quotation):
    words = [run for run in quotation.split(" ") if run != "–"]
    return len(words) <= 5

# %% wrong="empty-fits" mark=0.75 says="Nothing at all"
def fits_five_words(quotation):
    return sum(any(letter.isalnum() for letter in run) for run in quotation.split()) <= 5

# %% wrong="type" mark=0 says="True or False"
def fits_five_words(quotation):
    words = [run for run in quotation.split() if any(letter.isalnum() for letter in run)]
    if 1 <= len(words) <= 5:
        print("yes")
    else:
        print("no")

# %% wrong="type" mark=0.25 says="True or False"
def fits_five_words(quotation):
    return len([run for run in quotation.split() if any(letter.isalnum() for letter in run)])

# %% wrong="lets-through" mark=0.25 says="six words"
def fits_five_words(quotation):
    return True

# %% wrong="refuses-short" mark=0 says="five words or fewer"
def fits_five_words(quotation):
    return len(quotation) <= 5 and quotation != ""

# %% wrong="unanswered" mark=0 says="Not answered"
def fits_five_words(quotation):
    raise NotImplementedError()
