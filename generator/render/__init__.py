"""A report made readable: Word, terminal, Markdown, plain text, JSON. Renderers only read the tree; ``formats.FORMATS`` lists them."""
