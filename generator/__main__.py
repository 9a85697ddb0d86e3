"""``python -m generator`` is ``nigao``."""

from generator.start import main

main()
