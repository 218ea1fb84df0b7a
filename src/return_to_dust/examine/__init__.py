"""Run a submission's cells in one room and its tests in another; only plain data passes between them."""
