"""JupyterLab for one role: what instructors see and what students see, and where each of them works."""
