package dev.seaworthy.judge;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Layout;
import dev.seaworthy.graph.Unread;
import dev.seaworthy.lint.LintSettings;
import dev.seaworthy.lint.LintSettings.World;
import dev.seaworthy.lint.LintedFile;
import dev.seaworthy.lint.Linter;
import dev.seaworthy.lint.check.LintChecks;
import dev.seaworthy.project.InputSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The files that a change leaves alone. What it takes away, or calls otherwise, may be what one of them
 * counts on: rules about relations are asked of them with the change and without it. That something was
 * there before is evidence enough that it belongs there, so the world counts as closed.
 */
public final class Bystanders {

  private final Judge judge;
  private final Linter linter;
  private final Layout layout;
  private final int threads;
  private final List<Judge.Bystander> files = new ArrayList<>();
  private final List<LintedFile> linted = new ArrayList<>();

  /** What a rule says of which place. */
  private record Told(String rule, Location place) {

    Told(Diagnostic finding) {
      this(finding.code(), finding.place());
    }
  }

  /** A file that was right before, and what is wrong in it now. */
  public record Broken(JudgedFile file, List<Diagnostic> findings) {}

  /**
   * Asks the rules of {@code settings}.
   *
   * @param judge reads the files
   * @param layout how the files hang together
   */
  public Bystanders(
      Judge judge, LintSettings settings, ApiCatalog catalog, Layout layout, int threads) {
    this.judge = judge;
    this.layout = layout;
    this.threads = threads;
    LintSettings closed = settings.withReferences(World.CLOSED);
    this.linter = Linter.ofRelations(closed.rules(), LintChecks::find, closed, catalog);
  }

  /** Takes in files that the change leaves alone. */
  public void add(List<InputSource> sources) {
    new OrderedPipeline(threads).run(sources, judge::bystander, file -> {
      files.add(file);
      linted.add(linter.judge(file.objects()));
    });
  }

  /**
   * What the change breaks.
   *
   * @param before its files as they were, with those that it takes away
   * @param after its files as they will be
   */
  public List<Broken> broken(List<InputSource> before, List<InputSource> after) {
    List<List<Diagnostic>> now = findings(after);
    if (now.stream().allMatch(List::isEmpty)) {
      return List.of();
    }
    Set<Told> known = new HashSet<>();
    findings(before).forEach(file -> file.forEach(finding -> known.add(new Told(finding))));
    List<Broken> broken = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      List<Diagnostic> more = now.get(i).stream()
          .filter(finding -> !known.contains(new Told(finding)))
          .map(Bystanders::byTheChange)
          .toList();
      if (!more.isEmpty()) {
        broken.add(new Broken(files.get(i).judged(), more));
      }
    }
    return broken;
  }

  /** With {@code changed} beside them. */
  private List<List<Diagnostic>> findings(List<InputSource> changed) {
    List<InputObject> others = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    files.forEach(file -> addUnread(file.judged().problems(), unread));
    for (InputSource source : changed) {
      NeighbourFile file = judge.neighbour(source);
      others.addAll(linter.gather(file.items()));
      addUnread(file.problems(), unread);
    }
    Linter.Relations relations = linter.relate(linted, others, unread, layout);
    List<List<Diagnostic>> findings = new ArrayList<>();
    new OrderedPipeline(threads)
        .run(linted, file -> relations.findings(file).told(), findings::add);
    return findings;
  }

  private static void addUnread(List<Diagnostic> problems, List<Unread> unread) {
    problems.stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .findFirst()
        .ifPresent(problem -> unread.add(Unread.in(problem.place().file())));
  }

  private static Diagnostic byTheChange(Diagnostic finding) {
    return finding.withMessage("with this commit, " + finding.message());
  }
}
