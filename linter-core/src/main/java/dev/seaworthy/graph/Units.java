package dev.seaworthy.graph;

import java.util.List;

/** Says which files are applied together. Always gives the same answer; safe for several threads. */
public interface Units {

  /** Each folder is a unit, and knows the folders above it. */
  Units FOLDERS = new FolderUnits();

  /** Everything is one unit. */
  Units ONE = file -> List.of(new Unit(""));

  /**
   * The units in which the objects of {@code file} look for others: their own first, then those that
   * are applied with it or before it, the nearest first. Never empty.
   */
  List<Unit> seenFrom(String file);
}
