"""拟稿 (nigao): drafts of Chinese official reports from facts, templates and a mined phrase bank."""

__version__ = "0.1.0"
