"""The facts file: what a clerk fills in (``FACTS`` in the README's glossary: 事实文件)."""
