"""A report made readable: Word, terminal, Markdown, plain text, JSON. Renderers only read the tree; ``formats.TEXT_FORMATS`` lists those of text."""
