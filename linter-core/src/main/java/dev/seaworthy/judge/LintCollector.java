package dev.seaworthy.judge;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.graph.ObjectKey;
import dev.seaworthy.lint.LintInput;
import dev.seaworthy.lint.LintSettings;
import dev.seaworthy.lint.Linter;
import dev.seaworthy.lint.RuleCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Gathers judged files until all are there, then asks the rules. */
public final class LintCollector {

  /** Something that nobody knows anything of: it may be whatever a rule misses. */
  private static final ObjectKey UNKNOWN = new ObjectKey(new GroupKind("", ""), "", "");

  private final LintSettings settings;
  private final List<JudgedFile> files = new ArrayList<>();

  /** Made while the files are read and judged; on a small input it would take longer than these. */
  private final CompletableFuture<Linter> linter;

  public LintCollector(LintSettings settings) {
    this.settings = settings;
    this.linter = CompletableFuture.supplyAsync(
        () -> Linter.of(RuleCatalog.load(), settings).prepare());
  }

  public void add(JudgedFile file) {
    files.add(file);
  }

  public LintResult result() {
    List<Diagnostic> findings = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    Map<String, SourceText> sources = new HashMap<>();
    for (JudgedFile file : files) {
      problems.addAll(file.problems());
      file.objects().forEach(object -> findings.addAll(VerdictDiagnostics.of(object)));
      sources.put(file.file(), file.source());
    }
    findings.removeIf(finding -> settings.disabled().contains(finding.code()));
    findings.addAll(linter.join().lint(input(problems)));
    findings.sort(Diagnostic.ORDER);
    problems.sort(Diagnostic.ORDER);
    return new LintResult(findings, problems, files, sources);
  }

  private LintInput input(List<Diagnostic> problems) {
    boolean lost = problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    return new LintInput(
        files.stream().map(LintCollector::file).toList(), lost ? List.of(UNKNOWN) : List.of());
  }

  private static LintInput.File file(JudgedFile file) {
    return new LintInput.File(
        file.objects().stream().map(LintCollector::item).toList(), file::source);
  }

  private static LintInput.Item item(JudgedObject object) {
    return new LintInput.Item(object.document(), Optional.of(object.verdict()));
  }
}
