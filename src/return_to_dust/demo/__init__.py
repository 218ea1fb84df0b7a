"""A whole term with sample students, played in a folder of its own by real nbgrader."""
