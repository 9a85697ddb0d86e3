"""Reading past reports: text and Word files to ``Report``. Reading prose never fails; what is odd becomes a problem."""
