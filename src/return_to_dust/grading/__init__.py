"""Mark a whole class at once: work lists, processes, and one writer for the gradebook."""
