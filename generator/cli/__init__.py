"""The command line: arguments, exit codes, colour, files. Every effect happens here and in ``files``."""

from generator.cli.main import main

__all__ = ["main"]
