"""Hostile submissions: what students could hand in to earn, learn, break or keep what is not theirs."""
