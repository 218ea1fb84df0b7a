"""What the course adds to nbgrader, all through its configuration: intake, marks, feedback, collecting."""
