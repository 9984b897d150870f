"""What chapters work out; a package, as its modules are named as those of the rooms they use."""
