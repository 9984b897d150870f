"""The commands of ``python -m analysis``: what each is asked, does and prints."""
