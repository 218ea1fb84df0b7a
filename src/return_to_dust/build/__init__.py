"""From what is written (percent-format ``.py`` files) to what is opened (``.ipynb``) and released."""
