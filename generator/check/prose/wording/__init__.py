"""Rules of set wordings: misspelt, incomplete, out of date, out of order."""
