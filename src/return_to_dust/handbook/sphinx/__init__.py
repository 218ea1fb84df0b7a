"""What Sphinx needs to build the handbook: settings, Chinese in search and speech, styles."""
