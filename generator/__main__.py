"""``python -m generator`` is ``nigao``."""

from generator.cli import main

main()
