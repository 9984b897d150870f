"""Pure functions on numbers and intervals: growth rates, structure of a whole, dispersion."""
