"""What the tool works from, off the shelf: banks, templates and looks, shipped or the user's own."""

from generator.cli.shelf.banks import bank
from generator.cli.shelf.compiled import compiled_name
from generator.cli.shelf.factsfile import each_facts, facts, facts_files, tell_deeper
from generator.cli.shelf.ledgers import LEDGER, ledger, shipped_ledger
from generator.cli.shelf.own import OWN_TEMPLATES, USER_BANK, USER_STYLES, named_banks, own_banks
from generator.cli.shelf.phrases import layers_of
from generator.cli.shelf.styles import style, style_files
from generator.cli.shelf.templates import kinds, template, template_homes
from generator.cli.shelf.wordlists import (
    COMPLETIONS,
    bearings,
    check_topic,
    check_words,
    completions,
    formulations,
    naming,
    situations,
    tables,
    topics,
    vocabulary,
    words,
)

__all__ = [
    "COMPLETIONS",
    "LEDGER",
    "OWN_TEMPLATES",
    "USER_BANK",
    "USER_STYLES",
    "bank",
    "bearings",
    "check_topic",
    "check_words",
    "compiled_name",
    "completions",
    "each_facts",
    "facts",
    "facts_files",
    "formulations",
    "kinds",
    "layers_of",
    "ledger",
    "named_banks",
    "naming",
    "own_banks",
    "shipped_ledger",
    "situations",
    "style",
    "style_files",
    "tables",
    "tell_deeper",
    "template",
    "template_homes",
    "topics",
    "vocabulary",
    "words",
]
