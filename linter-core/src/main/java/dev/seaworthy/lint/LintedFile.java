package dev.seaworthy.lint;

import dev.seaworthy.graph.InputObject;
import java.util.List;
import java.util.Set;

/**
 * A file of which the rules that look at one object at a time have been asked. {@link
 * Linter.Relations} says the rest, once all files have come so far.
 */
public final class LintedFile {

  private final List<InputObject> objects;
  private final Set<InputObject> rejected;
  private final Suppressions suppressions;
  private final FileFindings findings;
  private final Fixes fixes;

  LintedFile(
      List<InputObject> objects,
      Set<InputObject> rejected,
      Suppressions suppressions,
      FileFindings findings,
      Fixes fixes) {
    this.objects = objects;
    this.rejected = rejected;
    this.suppressions = suppressions;
    this.findings = findings;
    this.fixes = fixes;
  }

  List<InputObject> objects() {
    return objects;
  }

  /** Whether the API server refuses the object, so that it may have any form. */
  boolean isRejected(InputObject object) {
    return rejected.contains(object);
  }

  Suppressions suppressions() {
    return suppressions;
  }

  /** What is told of it so far; with it, suppressions that are wrong. */
  FileFindings findings() {
    return findings;
  }

  /** The repairs of what is found in it. */
  Fixes fixes() {
    return fixes;
  }
}
