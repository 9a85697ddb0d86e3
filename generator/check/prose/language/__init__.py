"""Rules of language: marks, numerals, words, repetition."""
