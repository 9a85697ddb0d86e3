"""This year's facts beside last year's: what is counted in both, what rose and fell, what came and went; what became of last year's plans."""
