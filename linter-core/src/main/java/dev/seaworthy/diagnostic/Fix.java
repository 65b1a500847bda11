package dev.seaworthy.diagnostic;

import java.util.List;

/**
 * What mends that of which a diagnostic tells.
 *
 * @param edits changes of one file, at least one, in the order of their places and apart from one
 *     another
 * @param safe whether it changes what is written and not what it means; what only its author can
 *     judge, such as a program that is no longer root, is not safe
 */
public record Fix(List<Edit> edits, boolean safe) {

  public Fix {
    edits = List.copyOf(edits);
  }
}
