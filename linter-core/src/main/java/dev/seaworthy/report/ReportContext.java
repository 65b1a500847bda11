package dev.seaworthy.report;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

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
    return with(draft -> draft.failOn = threshold);
  }

  public ReportContext withFolder(Path other) {
    return with(draft -> draft.folder = other);
  }

  public ReportContext withVersion(String name) {
    return with(draft -> draft.version = name);
  }

  public ReportContext listingNotes(boolean wanted) {
    return with(draft -> draft.listingNotes = wanted);
  }

  public ReportContext inColour(boolean wanted) {
    return with(draft -> draft.coloured = wanted);
  }

  public ReportContext inDetail(Detail wanted) {
    return with(draft -> draft.detail = wanted);
  }

  public ReportContext groupedBy(Grouping wanted) {
    return with(draft -> draft.grouping = wanted);
  }

  public ReportContext withOwnRules(Map<String, String> titles) {
    return with(draft -> draft.ownRules = titles);
  }

  /** Whether {@code finding} makes a dry-run fail; errors do where nothing is said to. */
  public boolean isFailure(Diagnostic finding) {
    return finding.severity().isAtLeast(failOn.orElse(Severity.ERROR));
  }

  private ReportContext with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.context();
  }

  /** A context while one of its values is exchanged. */
  private static final class Draft {
    private final ReportContext before;
    private Optional<Severity> failOn;
    private Path folder;
    private String version;
    private boolean listingNotes;
    private boolean coloured;
    private Detail detail;
    private Grouping grouping;
    private Map<String, String> ownRules;

    private Draft(ReportContext before) {
      this.before = before;
      this.failOn = before.failOn;
      this.folder = before.folder;
      this.version = before.version;
      this.listingNotes = before.listingNotes;
      this.coloured = before.coloured;
      this.detail = before.detail;
      this.grouping = before.grouping;
      this.ownRules = before.ownRules;
    }

    private ReportContext context() {
      return new ReportContext(
          before.question,
          before.kubernetes,
          failOn,
          folder,
          version,
          listingNotes,
          coloured,
          detail,
          grouping,
          ownRules);
    }
  }
}
