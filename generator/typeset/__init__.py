"""A report of anyone's set anew in a look: its own package, of which only what each paragraph wears is written anew."""
