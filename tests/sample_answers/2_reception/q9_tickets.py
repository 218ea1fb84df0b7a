# %% right="a conditional expression"
def price_per_ticket_cny(gross_cny, tickets):
    return gross_cny / tickets if tickets else None

tickets_verdict = "C"

# %% right="an early return"
def price_per_ticket_cny(gross_cny, tickets):
    if tickets == 0:
        return None
    return round(gross_cny / tickets, 2)

tickets_verdict = "c"

# %% right="an exception that is caught, as a numpy number"
def price_per_ticket_cny(gross_cny, tickets):
    try:
        return np.float64(gross_cny / tickets)
    except ZeroDivisionError:
        return None

tickets_verdict = "C"

# %% wrong="crash" mark=0.75 says="ZeroDivisionError"
def price_per_ticket_cny(gross_cny, tickets):
    return gross_cny / tickets

tickets_verdict = "C"

# %% wrong="inverse" mark=0.5 says="one yuan buys"
def price_per_ticket_cny(gross_cny, tickets):
    return tickets / gross_cny if gross_cny else None

tickets_verdict = "C"

# %% wrong="no-ticket-case" mark=0.75 says="asks for None"
def price_per_ticket_cny(gross_cny, tickets):
    if tickets == 0:
        return 0
    return gross_cny / tickets

tickets_verdict = "C"

# %% wrong="multiplies" mark=0.5 says="all tickets together"
def price_per_ticket_cny(gross_cny, tickets):
    return gross_cny * tickets if tickets else None

tickets_verdict = "C"

# %% wrong="accepts-both" mark=0.5 says="what a ticket would then have cost"
def price_per_ticket_cny(gross_cny, tickets):
    return gross_cny / tickets if tickets else None

tickets_verdict = "B"

# %% wrong="trusts-one-witness" mark=0.5 says="above two others"
def price_per_ticket_cny(gross_cny, tickets):
    return gross_cny / tickets if tickets else None

tickets_verdict = "A"

# %% wrong="unit-not-rounding" mark=0.5 says="the unit differs"
def price_per_ticket_cny(gross_cny, tickets):
    return gross_cny / tickets if tickets else None

tickets_verdict = "D"

# %% wrong="other" mark=0.75 says="does not fit"
def price_per_ticket_cny(gross_cny, tickets):
    return gross_cny // tickets if tickets else None

tickets_verdict = "C"

# %% wrong="unanswered" mark=0.5 says="Not answered yet"
def price_per_ticket_cny(gross_cny, tickets):
    raise NotImplementedError()

tickets_verdict = "C"
