package dev.seaworthy.report;

import dev.seaworthy.diagnostic.Severity;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a report says beside what was found.
 *
 * @param question what was asked
 * @param kubernetes the release that was judged by, {@code 1.37}
 * @param failOn from which severity on something counts as a failure; empty for never
 * @param folder what relative names of files start from
 * @param version the version of the product; empty if it is not known
 * @param listingNotes whether text names each thing that was not judged, or only counts them
 * @param coloured whether a terminal that knows colours shows it
 * @param detail how much to say, where people read it
 * @param grouping what findings are put together by, where people read them
 * @param ownRules the titles of the rules that a project has written for itself, by their names
 */
public record ReportContext(
    Question question,
    String kubernetes,
    Optional<Severity> failOn,
    Path folder,
    String version,
    boolean listingNotes,
    boolean coloured,
    Detail detail,
    Grouping grouping,
    Map<String, String> ownRules) {

  public ReportContext {
    ownRules = Map.copyOf(ownRules);
  }

  /** For a question about manifests in the current folder; errors are failures. */
  public static ReportContext of(Question question, String kubernetes) {
    return new ReportContext(
        question,
        kubernetes,
        Optional.of(Severity.ERROR),
        Path.of(""),
        "",
        false,
        false,
        Detail.USUAL,
        Grouping.FILE,
        Map.of());
  }

  public ReportContext withFailOn(Optional<Severity> threshold) {
    return new ReportContext(
        question,
        kubernetes,
        threshold,
        folder,
        version,
        listingNotes,
        coloured,
        detail,
        grouping,
        ownRules);
  }

  public ReportContext withFolder(Path other) {
    return new ReportContext(
        question,
        kubernetes,
        failOn,
        other,
        version,
        listingNotes,
        coloured,
        detail,
        grouping,
        ownRules);
  }

  public ReportContext withVersion(String name) {
    return new ReportContext(
        question,
        kubernetes,
        failOn,
        folder,
        name,
        listingNotes,
        coloured,
        detail,
        grouping,
        ownRules);
  }

  public ReportContext listingNotes(boolean wanted) {
    return new ReportContext(
        question,
        kubernetes,
        failOn,
        folder,
        version,
        wanted,
        coloured,
        detail,
        grouping,
        ownRules);
  }

  public ReportContext inColour(boolean wanted) {
    return new ReportContext(
        question,
        kubernetes,
        failOn,
        folder,
        version,
        listingNotes,
        wanted,
        detail,
        grouping,
        ownRules);
  }

  public ReportContext inDetail(Detail wanted) {
    return new ReportContext(
        question,
        kubernetes,
        failOn,
        folder,
        version,
        listingNotes,
        coloured,
        wanted,
        grouping,
        ownRules);
  }

  public ReportContext groupedBy(Grouping wanted) {
    return new ReportContext(
        question,
        kubernetes,
        failOn,
        folder,
        version,
        listingNotes,
        coloured,
        detail,
        wanted,
        ownRules);
  }

  public ReportContext withOwnRules(Map<String, String> titles) {
    return new ReportContext(
        question,
        kubernetes,
        failOn,
        folder,
        version,
        listingNotes,
        coloured,
        detail,
        grouping,
        titles);
  }
}
