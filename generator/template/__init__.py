"""A 文种 (report type): its outline in YAML, its wording in sandboxed Jinja passages, what it needs of the facts."""
