package dev.seaworthy.judge;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Layout;
import dev.seaworthy.graph.Unread;
import dev.seaworthy.lint.FileFindings;
import dev.seaworthy.lint.LintInput;
import dev.seaworthy.lint.LintSettings;
import dev.seaworthy.lint.LintedFile;
import dev.seaworthy.lint.Linter;
import dev.seaworthy.lint.check.LintChecks;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.ProblemCode;
import dev.seaworthy.project.KustomizedInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Asks the rules of judged files: those about single objects as each file comes, in the thread that
 * has judged it; those about relations when all files are there.
 */
public final class LintCollector {

  /** The rules that say why the server does not know a version. */
  private static final Set<String> OF_VERSIONS =
      Set.of("api-version-removed", "api-custom-version-deprecated");

  /** From so many files on, what all of them ask for is made ready by all threads. */
  private static final int MANY = 256;

  /** What such a file holds is not known before it is unlocked or filled in. */
  private static final Set<String> HIDDEN_CONTENT =
      Set.of(ProblemCode.ENCRYPTED.code(), ProblemCode.TEMPLATE.code());

  private final LintSettings settings;
  private final int threads;
  private final List<Entry> entries = new ArrayList<>();
  private final List<InputObject> neighbours = new ArrayList<>();

  /** What may be whatever a rule misses, where it stands. */
  private final List<Unread> unread = new ArrayList<>();

  /** Made while the files are read and judged; on a small input it would take longer than these. */
  private final CompletableFuture<Linter> linter;

  /** A file, what the server says of it, and how far the rules have come. */
  public record Entry(
      JudgedFile judged, List<Diagnostic> verdicts, CompletableFuture<LintedFile> linted) {}

  public LintCollector(LintSettings settings, ApiCatalog catalog, int threads) {
    this.settings = settings;
    this.threads = threads;
    this.linter = CompletableFuture.supplyAsync(
        () -> Linter.of(settings.rules(), LintChecks::find, settings, catalog).prepare());
  }

  /**
   * Asks the rules about single objects; of the first files once the rules are ready, so that nobody
   * waits for these. Safe for use by several threads. What the server made of the objects is dropped:
   * nothing asks for it any more, and it is most of what is in memory.
   */
  public Entry judge(JudgedFile file) {
    List<Diagnostic> verdicts = new ArrayList<>();
    Mending mending = new Mending(file.source(), settings.fixes());
    file.objects().forEach(object -> verdicts.addAll(VerdictDiagnostics.faults(object, mending)));
    verdicts.removeIf(finding -> settings.disabled().contains(finding.code()));
    List<LintInput.Item> items = file.objects().stream()
        .map(
            object -> new LintInput.Item(object.document(), object.isAnyForm(), object.placement()))
        .toList();
    LintInput.File asked = new LintInput.File(items, file::source);
    return new Entry(
        file.withoutResults(),
        List.copyOf(verdicts),
        linter.thenApply(rules -> rules.judge(asked)));
  }

  /** Takes a file in; they must come in the order of the input. */
  public void add(Entry entry) {
    entries.add(entry);
    for (JudgedObject object : entry.judged().objects()) {
      if (isAnybody(object)) {
        unread.add(Unread.in(entry.judged().file()));
        return;
      }
    }
  }

  /** Whether an object may be the one that a rule misses, as its name or labels are not known yet. */
  private static boolean isAnybody(JudgedObject object) {
    return !object.notes().isEmpty()
        && object.notes().stream().anyMatch(note -> note.code().equals(Notes.UNKNOWN))
        && Unknowns.in(object.document()).filter(Unknowns::concernIdentity).isPresent();
  }

  /** Whether there is anything that rules can be asked of. */
  public boolean hasObjects() {
    return entries.stream().anyMatch(entry -> !entry.judged().objects().isEmpty());
  }

  /** The kinds of the objects that came, those that lie beside the input among them. */
  public Set<GroupKind> kinds() {
    Set<GroupKind> kinds = new HashSet<>();
    neighbours.forEach(object -> kinds.add(object.resource().groupKind()));
    for (Entry entry : entries) {
      entry.judged().objects().stream()
          .map(object -> object.document().root())
          .filter(Mapping.class::isInstance)
          .forEach(root -> kinds.add(new Resource((Mapping) root).groupKind()));
    }
    return kinds;
  }

  /** Takes in what lies beside the input: rules about relations know it, nothing is told of it. */
  public void addNeighbour(NeighbourFile file) {
    neighbours.addAll(linter.join().gather(file.items()));
    addUnread(file.problems());
  }

  /** There is something beside the input that nobody has read: it may be whatever a rule misses. */
  public void addUnknown() {
    unread.add(Unread.anywhere());
  }

  /** What could not be read is missed where it stands, and nowhere else. */
  private void addUnread(List<Diagnostic> problems) {
    Set<String> files = new LinkedHashSet<>();
    for (Diagnostic problem : problems) {
      if (isUnread(problem) || HIDDEN_CONTENT.contains(problem.code())) {
        files.add(problem.place().file());
      }
    }
    files.forEach(file -> unread.add(Unread.in(file)));
  }

  /**
   * Tells everything there is to tell, file by file in the order of their names: the rules about
   * relations are asked of a few files ahead, so that no more findings are at hand than are needed.
   *
   * @param layout how the files hang together
   * @param then what to make of each file's result, in the threads that ask the rules
   * @param sink gets what was made of them, on the calling thread
   */
  public <T> void tell(Layout layout, Function<LintResult, T> then, Consumer<T> sink) {
    entries.forEach(entry -> {
      addUnread(entry.judged().problems());
      addUnread(entry.judged().notes());
    });
    List<LintedFile> files =
        entries.stream().map(entry -> entry.linted().join()).toList();
    Linter.Relations relations = linter.join().relate(files, neighbours, unread, layout);
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort((one, other) -> one.judged().file().compareTo(other.judged().file()));
    Function<Entry, T> work = entry -> then.apply(result(entry, relations));
    if (sorted.size() == 1) {
      sink.accept(work.apply(sorted.get(0)));
      return;
    }
    OrderedPipeline pipeline = new OrderedPipeline(threads);
    if (sorted.size() >= MANY) {
      pipeline.run(relations.preparations(), LintCollector::prepared, done -> {});
    }
    pipeline.run(sorted, work, sink);
  }

  private static Runnable prepared(Runnable part) {
    part.run();
    return part;
  }

  private LintResult result(Entry entry, Linter.Relations relations) {
    FileFindings ofRules = relations.findings(entry.linted().join());
    List<Diagnostic> findings = new ArrayList<>(entry.verdicts());
    findings.addAll(ofRules.told());
    dropWhatIsToldTwice(findings);
    return new LintResult(withLimits(entry.judged()), findings, ofRules.suppressed());
  }

  /** What lacks only something to change could be read. */
  private static boolean isUnread(Diagnostic problem) {
    return problem.severity() == Severity.ERROR && !problem.code().equals(KustomizedInput.REFUSED);
  }

  /** Beside a file that could not be read, less is told: that is to be known, where it matters. */
  private JudgedFile withLimits(JudgedFile file) {
    boolean unread =
        !file.problems().isEmpty() && file.problems().stream().anyMatch(LintCollector::isUnread);
    return unread && entries.size() > 1 ? file.withNote(Notes.limited(file.file())) : file;
  }

  /** That the release has no such kind any more is told by the rule, which knows what to do. */
  private static void dropWhatIsToldTwice(List<Diagnostic> findings) {
    if (findings.stream().allMatch(LintCollector::isOfRule)) {
      return;
    }
    Set<Location> told = new HashSet<>();
    for (Diagnostic finding : findings) {
      if (OF_VERSIONS.contains(finding.code()) && finding.severity() == Severity.ERROR) {
        told.add(finding.place());
      }
    }
    findings.removeIf(finding ->
        finding.code().equals(VerdictDiagnostics.REJECTED) && told.contains(finding.place()));
    ServerWarnings.dropWhatRulesTell(findings);
  }

  static boolean isOfRule(Diagnostic finding) {
    return !finding.code().equals(VerdictDiagnostics.REJECTED)
        && !finding.code().equals(VerdictDiagnostics.WARNING);
  }
}
