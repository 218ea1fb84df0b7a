"""Settings of Sphinx for the handbook; `dust site` runs it."""

from return_to_dust import __version__
from return_to_dust.paths import bundled

SINGLE = tags.has("single")  # type: ignore[name-defined] # noqa: F821 - Sphinx provides it

project = "Return to Dust"
author = "The Return to Dust course team"
copyright = "the Return to Dust course team; text under CC BY 4.0, code under BSD 3-Clause"  # noqa: A001 - Sphinx's name
release = __version__
language = "en"
smartquotes = False  # curly quotation marks are the witnesses' own words, straight ones are ours

extensions = ["myst_nb", "return_to_dust.handbook.sphinx.language"]
source_suffix = {".md": "myst-nb", ".ipynb": "myst-nb"}
root_doc = "handbook" if SINGLE else "index"
exclude_patterns = ["index.md", "tables/**"] if SINGLE else ["handbook.md"]
# On the one page, links to what only the site has become plain words.
suppress_warnings = ["ref.ref", "ref.doc", "toc.not_included"] if SINGLE else []

# No dollar signs as mathematics: the texts are full of sums of money.
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
nb_execution_mode = "off"
nb_code_prompt_show = "Show the result"
nb_code_prompt_hide = "Hide the result"
nb_merge_streams = True
nb_ipywidgets_js: dict[str, dict[str, str]] = {}  # no script from elsewhere

html_theme = "basic" if SINGLE else "sphinx_book_theme"
html_sidebars: dict[str, list[str]] = {"**": []} if SINGLE else {}
html_title = "Return to Dust 隐入尘烟"
html_search_language = "en-zh"
html_static_path = ["static", str(bundled("fonts", "src/return_to_dust/fonts"))]
html_css_files = ["course.css"]
html_js_files = ["unfold.js"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_show_search_summary = False  # it would fetch pages, which a page opened from the disk may not
html_use_index = False
html_domain_indices = False
html_permalinks = not SINGLE
html_theme_options = (
    {}
    if SINGLE
    else {
        "use_download_button": False,
        "use_fullscreen_button": False,
        "home_page_in_toc": True,
        "show_navbar_depth": 1,
        "show_toc_level": 1,
        "navbar_start": [],
        "navbar_center": [],
        "navbar_end": [],
        "navbar_persistent": [],
        "search_bar_text": "Search, in English or 中文",
        "pygments_light_style": "a11y-high-contrast-light",
        "navigation_with_keys": False,
        "footer_content_items": ["copyright.html"],
    }
)
html_context = {"default_mode": "light"}
