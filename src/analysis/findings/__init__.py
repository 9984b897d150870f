"""What chapters work out beyond looking up and showing: a module a subject, free of language."""
