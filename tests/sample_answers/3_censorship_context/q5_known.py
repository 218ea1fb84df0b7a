# %% right="two conditions"
def could_have_known(text, event):
    text_earliest, text_latest = text
    event_earliest, event_latest = event
    if text_earliest is not None and event_latest is not None and text_earliest > event_latest:
        return "yes"
    if text_latest is not None and event_earliest is not None and text_latest < event_earliest:
        return "no"
    return "perhaps"


weighs_most = "C"

# %% right="far ends for open ones"
def could_have_known(text, event):
    far_past, far_future = pd.Timestamp("1900-01-01"), pd.Timestamp("2100-01-01")
    begin = far_past if text[0] is None else text[0]
    end = far_future if text[1] is None else text[1]
    event_begin = far_past if event[0] is None else event[0]
    event_end = far_future if event[1] is None else event[1]
    if begin > event_end:
        answer = "Yes"
    elif end < event_begin:
        answer = "No"
    else:
        answer = "Perhaps"
    return answer


weighs_most = "c"

# %% right="missing dates of pandas"
def could_have_known(text, event):
    (t0, t1), (e0, e1) = pd.to_datetime(list(text)), pd.to_datetime(list(event))
    return "yes" if t0 > e1 else "no" if t1 < e0 else "perhaps"


weighs_most = "C"

# %% right="a helper of one's own"
def surely_before(one, other):
    return one is not None and other is not None and one < other


def could_have_known(text, event):
    answers = {(True, False): "yes", (False, True): "no"}
    return answers.get((surely_before(event[1], text[0]), surely_before(text[1], event[0])), "perhaps")


weighs_most = "C"

# %% wrong="turned-round" mark=1 says="exchanged"
def could_have_known(text, event):
    if text[0] is not None and event[1] is not None and text[0] > event[1]:
        return "no"
    if text[1] is not None and event[0] is not None and text[1] < event[0]:
        return "yes"
    return "perhaps"


weighs_most = "C"

# %% wrong="crash" mark=1.75 says="on a case that it had not seen"
def could_have_known(text, event):
    if text[0] > event[1]:
        return "yes"
    if text[1] < event[0]:
        return "no"
    return "perhaps"


weighs_most = "C"

# %% wrong="latest-day-only" mark=1.25 says="also of its first one"
def could_have_known(text, event):
    if text[1] is None or event[0] is None:
        return "perhaps"
    if text[1] > event[0]:
        return "yes"
    if text[1] < event[0]:
        return "no"
    return "perhaps"


weighs_most = "C"

# %% wrong="earliest-day-only" mark=1.25 says="also of its last one"
def could_have_known(text, event):
    if text[0] is None or event[1] is None:
        return "perhaps"
    return "yes" if text[0] > event[1] else "no"


weighs_most = "C"

# %% wrong="same-day" mark=1.75 says="can be the earlier"
def could_have_known(text, event):
    if text[0] is not None and event[1] is not None and text[0] >= event[1]:
        return "yes"
    if text[1] is not None and event[0] is not None and text[1] <= event[0]:
        return "no"
    return "perhaps"


weighs_most = "C"

# %% wrong="other" mark=1.5 says="A case with an open end"
def could_have_known(text, event):
    if text[0] is not None and event[0] is not None and event[1] is not None and text[0] > event[0]:
        return "yes"
    if text[1] is not None and event[0] is not None and text[1] < event[0]:
        return "no"
    return "perhaps"


weighs_most = "C"

# %% wrong="never-no" mark=1 says="Even its last day"
def could_have_known(text, event):
    return "perhaps"


weighs_most = "C"

# %% wrong="type" mark=0.75 says="Expected a text"
def could_have_known(text, event):
    if text[0] is None or text[1] is None or event[0] is None or event[1] is None:
        return None
    if text[1] < event[0]:
        return False
    if text[0] > event[1]:
        return True
    return None


weighs_most = "C"

# %% wrong="could-not-know" mark=1.25 says="when was it printed"
def could_have_known(text, event):
    t0, t1 = text
    e0, e1 = event
    if t0 is not None and e1 is not None and t0 > e1:
        return "yes"
    if t1 is not None and e0 is not None and t1 < e0:
        return "no"
    return "perhaps"


weighs_most = "A"

# %% wrong="no-place" mark=1.25 says="a text of this kind"
def could_have_known(text, event):
    t0, t1 = text
    e0, e1 = event
    if t0 is not None and e1 is not None and t0 > e1:
        return "yes"
    if t1 is not None and e0 is not None and t1 < e0:
        return "no"
    return "perhaps"


weighs_most = "B"

# %% wrong="time-open" mark=1.25 says="When was it written"
def could_have_known(text, event):
    t0, t1 = text
    e0, e1 = event
    if t0 is not None and e1 is not None and t0 > e1:
        return "yes"
    if t1 is not None and e0 is not None and t1 < e0:
        return "no"
    return "perhaps"


weighs_most = "D"

# %% wrong="unanswered" mark=1.25 says="does not exist"
def could_have_known(text, event):
    t0, t1 = text
    e0, e1 = event
    if t0 is not None and e1 is not None and t0 > e1:
        return "yes"
    if t1 is not None and e0 is not None and t1 < e0:
        return "no"
    return "perhaps"
