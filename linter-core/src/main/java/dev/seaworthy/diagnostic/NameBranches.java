package dev.seaworthy.diagnostic;

import dev.seaworthy.diagnostic.NameIndex.Family;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/**
 * Families in alphabetical order, which makes a tree of their beginnings: a branch is a run of
 * families with the same first letters. Read backwards it is a tree of their ends.
 */
final class NameBranches {

  /** A text as it is walked along, and whose it is. */
  private record Leaf(String text, Family family) {}

  private final Leaf[] leaves;
  private final boolean backwards;

  private NameBranches(Collection<Family> families, boolean backwards) {
    this.backwards = backwards;
    this.leaves = families.stream()
        .map(family -> new Leaf(inDirection(family.pattern(), backwards), family))
        .toArray(Leaf[]::new);
    Arrays.sort(leaves, Comparator.comparing(Leaf::text));
  }

  static NameBranches fromStart(Collection<Family> families) {
    return new NameBranches(families, false);
  }

  static NameBranches fromEnd(Collection<Family> families) {
    return new NameBranches(families, true);
  }

  /** The text as it is walked along here. */
  String inDirection(String text) {
    return inDirection(text, backwards);
  }

  private static String inDirection(String text, boolean backwards) {
    return backwards ? new StringBuilder(text).reverse().toString() : text;
  }

  int size() {
    return leaves.length;
  }

  Family family(int at) {
    return leaves[at].family();
  }

  /** How long the text at {@code at} is. */
  int length(int at) {
    return leaves[at].text().length();
  }

  char letter(int at, int depth) {
    return leaves[at].text().charAt(depth);
  }

  /** Where the branch that begins at {@code from} and has one letter at {@code depth} ends. */
  int endOfBranch(int from, int end, int depth) {
    char letter = letter(from, depth);
    int low = from + 1;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (letter(middle, depth) == letter) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
