"""The handbook: one site that holds lessons, readings, glossary, tables and a map, to read and to print."""
