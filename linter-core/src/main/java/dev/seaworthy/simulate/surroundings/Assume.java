package dev.seaworthy.simulate.surroundings;

/** What to think of objects that are named and not in the input. */
public enum Assume {
  /** They are there, unless the input speaks against it. */
  EXISTING,
  /** They are missing: the input is all that there is. */
  NOTHING
}
