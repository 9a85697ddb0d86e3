"""What became of last year's plans and problems: done, carried on, answered, repeated, or not spoken of again."""
