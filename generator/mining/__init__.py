"""Mining: reports to evidence, evidence to phrases. A map and a merge, so the order and the grouping of reports never matter."""
