"""What a reader sees: amounts in words, the figures a chapter used, tables, charts, maps."""
