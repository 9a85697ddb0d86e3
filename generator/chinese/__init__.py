"""Facts about Chinese official prose: sentences and clauses, numbering, measure words, display width."""
