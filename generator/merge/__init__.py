"""Several facts files into one: those of many units summed for the level above, those of one unit's offices joined; who said what is kept."""
