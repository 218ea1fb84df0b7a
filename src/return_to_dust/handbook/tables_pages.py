"""The tables as pages: what each column means, then every row, its paragraph linked."""

from __future__ import annotations

import html
from typing import Any

import pandas as pd

from return_to_dust.handbook.evidence import Address
from return_to_dust.handbook.markup import chinese_marked, label, paragraph_label, ref
from return_to_dust.tables import datapackage, describe_table, table


def tables_pages() -> dict[str, str]:
    """Return each page as MyST Markdown, by its path in the site's source."""
    resources = datapackage()["resources"]
    names = [(one["name"], one["title"]) for one in resources]
    rows = [f"| {ref(f'table-{name}', name)} | {title} | {len(table(name))} |" for name, title in names]
    index = (
        "# Tables\n\nWhat the readings say, as tidy tables: each row names the paragraph it rests on. "
        'In a lesson you load one with `table("claims")`.\n\n| name | what it holds | rows |\n|---|---|--:|\n'
        + "\n".join(rows)
        + "\n\n```{toctree}\n:hidden:\n:glob:\n\n*\n```\n"
    )
    return {"tables/index.md": index} | {f"tables/{one['name']}.md": table_page(one) for one in resources}


def table_page(resource: dict[str, Any]) -> str:
    """Return one table as MyST Markdown with its rows in HTML.

    Parameters
    ----------
    resource
        Its entry in the data package.
    """
    name = resource["name"]
    columns = [
        f"| `{column.column}` | {column.type} | {_cell(str(column.meaning))} |"
        for column in describe_table(name).itertuples()
    ]
    return "\n".join(
        [
            label(f"table-{name}"),
            f"# {name}: {resource['title']}",
            "",
            resource.get("description", ""),
            "",
            f'`table("{name}")` has {len(table(name))} rows. An empty cell means: missing.',
            "",
            "## Columns",
            "",
            "| column | type | meaning |",
            "|---|---|---|",
            *columns,
            "",
            "## Rows",
            "",
            _rows(table(name), resource["title"]),
            "",
        ]
    )


def _cell(text: str) -> str:
    return text.replace("|", r"\|").replace("\n", " ")


def _rows(frame: pd.DataFrame, title: str) -> str:
    """Return the rows as HTML without an empty line, which would end the block."""
    head = "".join(f'<th scope="col">{html.escape(column)}</th>' for column in frame.columns)
    body = "\n".join(
        f"<tr>{''.join(_value(row, column) for column in frame.columns)}</tr>" for _, row in frame.iterrows()
    )
    return (
        f'<div class="scroll rows" tabindex="0" role="region" aria-label="{html.escape(title)}: rows">\n'
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</div>"
    )


def _value(row: pd.Series[Any], column: str) -> str:
    value = row[column]
    if pd.isna(value):
        return "<td></td>"
    if isinstance(value, pd.Timestamp):
        return f"<td>{value.date()}</td>"
    text = f"{value:g}" if isinstance(value, float) else str(value)
    if column == "paragraph" and not pd.isna(row.get("source")):
        where = f"../readings/{row['source']}.html#{paragraph_label(Address(str(row['source']), text))}"
        return f'<td><a href="{where}">{text}</a></td>'
    if column == "pinyin":
        return f'<td lang="zh-Latn-pinyin">{html.escape(text)}</td>'
    return f"<td>{chinese_marked(text)}</td>"
