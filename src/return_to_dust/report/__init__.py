"""The class report of an assignment: from the gradebook to one page for the teacher."""
