package dev.seaworthy.diagnostic;

/**
 * A finding that is not to be told: it counts for nothing, but formats that have a place for it show
 * that it was there.
 *
 * @param justification the reason that is given, never blank
 * @param source where it is given
 */
public record SuppressedFinding(Diagnostic finding, String justification, Source source) {

  /** Where somebody has asked that a finding not be told. */
  public enum Source {
    /** In the file itself, by a comment or an annotation. */
    FILE,
    /** In the project's configuration. */
    CONFIGURATION,
    /** In the baseline: it was there when that was written. */
    BASELINE
  }
}
