package dev.seaworthy.manifest;

import java.util.List;

/**
 * One document of a file: the object that {@code kubectl} would send, with what was odd about its
 * text.
 *
 * @param file the path as the user gave it, or {@code <stdin>}
 * @param number the document's place in its file, from 1
 * @param root the value; for the items of a {@code List} each item is a document of its own
 * @param duplicates keys that are written more than once; the last one counts, as for {@code
 *     kubectl}
 */
public record Document(String file, int number, Node root, List<DuplicateKey> duplicates) {

  public Document {
    duplicates = List.copyOf(duplicates);
  }

  /** The same document with another value. */
  public Document withRoot(Node other) {
    return new Document(file, number, other, duplicates);
  }

  /**
   * A key that the same mapping has already, at the place of the later one.
   *
   * @param overMerged whether the earlier one came by a merge ({@code <<}), which is there to be
   *     overridden; clients that are strict refuse that, too
   */
  public record DuplicateKey(FieldPath path, Span span, Span first, boolean overMerged) {

    /** How many of one mapping are kept; a hostile text could have millions. */
    static final int MOST_OF_A_MAPPING = 10_000;
  }

  /** Whether there may be more keys written twice than {@link #duplicates} has. */
  public boolean mayHaveMoreDuplicates() {
    return duplicates.size() >= DuplicateKey.MOST_OF_A_MAPPING;
  }
}
