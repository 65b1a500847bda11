package dev.seaworthy.judge;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Layout;
import dev.seaworthy.graph.Twins;
import dev.seaworthy.graph.Unread;
import dev.seaworthy.lint.LintSettings;
import dev.seaworthy.lint.LintSettings.World;
import dev.seaworthy.lint.LintedFile;
import dev.seaworthy.lint.Linter;
import dev.seaworthy.lint.check.LintChecks;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.project.InputSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files that a change leaves alone. What it takes away, or calls otherwise, may be what one of them
 * counts on: rules about relations are asked of them with the change and without it. That something was
 * there before is evidence enough that it belongs there, so the world counts as closed.
 */
public final class Bystanders {

  private static final FieldPath NAME = FieldPath.of("metadata", "name");

  /** A reader who wants to see all of them can look for the name. */
  private static final int MOST_TWINS = 3;

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
   * @param lists what is wrong with kustomizations that list what the change takes away, by their names
   */
  public List<Broken> broken(
      List<InputSource> before, List<InputSource> after, Map<String, List<Diagnostic>> lists) {
    Changed old = read(before);
    Changed changed = read(after);
    List<Asked> now = asked(old, changed);
    if (lists.isEmpty() && now.stream().allMatch(file -> file.findings().isEmpty())) {
      return List.of();
    }
    Set<Told> known = new HashSet<>();
    findings(linted, old, Set.of()).forEach(file -> file.forEach(it -> known.add(new Told(it))));
    List<Broken> broken = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      List<InputObject> apart = List.copyOf(now.get(i).apart());
      String name = files.get(i).judged().file();
      List<Diagnostic> more = Stream.concat(
              lists.getOrDefault(name, List.of()).stream(),
              now.get(i).findings().stream().filter(finding -> !known.contains(new Told(finding))))
          .map(finding -> byTheChange(finding, apart))
          .toList();
      if (!more.isEmpty()) {
        broken.add(new Broken(files.get(i).judged(), more));
      }
    }
    return broken;
  }

  /** What the files of a change hold, without it or with it. */
  private record Changed(List<InputObject> objects, List<Unread> unread) {}

  private Changed read(List<InputSource> sources) {
    List<InputObject> objects = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    for (InputSource source : sources) {
      NeighbourFile file = judge.neighbour(source);
      objects.addAll(linter.gather(file.items()));
      addUnread(file.problems(), unread);
    }
    return new Changed(objects, unread);
  }

  /**
   * What rules say of a file.
   *
   * @param apart what stands in for nothing that the file saw, though it is called so
   */
  private record Asked(List<Diagnostic> findings, Set<InputObject> apart) {}

  /** With the change, for each file as it sees what is left. */
  private List<Asked> asked(Changed old, Changed changed) {
    Twins twins = linter.twins(old.objects(), linted, layout);
    Map<Set<InputObject>, List<Integer>> alike = new LinkedHashMap<>();
    for (int i = 0; i < files.size(); i++) {
      Set<InputObject> apart = twins.apartFrom(files.get(i).judged().file());
      alike.computeIfAbsent(apart, set -> new ArrayList<>()).add(i);
    }
    Asked[] asked = new Asked[files.size()];
    alike.forEach((apart, places) -> {
      List<LintedFile> group = places.stream().map(linted::get).toList();
      List<List<Diagnostic>> findings = findings(group, changed, apart);
      for (int i = 0; i < places.size(); i++) {
        asked[places.get(i)] = new Asked(findings.get(i), apart);
      }
    });
    return List.of(asked);
  }

  /** What rules say of {@code group} with {@code changed} and all other files beside it. */
  private List<List<Diagnostic>> findings(
      List<LintedFile> group, Changed changed, Set<InputObject> apart) {
    List<Unread> unread = new ArrayList<>(changed.unread());
    files.forEach(file -> addUnread(file.judged().problems(), unread));
    Linter.Relations relations = linter.relate(linted, changed.objects(), apart, unread, layout);
    List<List<Diagnostic>> findings = new ArrayList<>();
    new OrderedPipeline(threads).run(group, file -> relations.findings(file).told(), findings::add);
    return findings;
  }

  private static void addUnread(List<Diagnostic> problems, List<Unread> unread) {
    problems.stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .findFirst()
        .ifPresent(problem -> unread.add(Unread.in(problem.place().file())));
  }

  private static Diagnostic byTheChange(Diagnostic finding, List<InputObject> apart) {
    List<Diagnostic.Related> places = new ArrayList<>(finding.related());
    apart.stream()
        .filter(object -> finding.message().contains("'" + object.name() + "'"))
        .map(object -> object.locationOf(NAME))
        .sorted(Comparator.comparing(Location::file).thenComparing(Location::line))
        .limit(MOST_TWINS)
        .map(place -> new Diagnostic.Related(place, "has that name, and is applied apart from it"))
        .forEach(places::add);
    return finding.withMessage("with this commit, " + finding.message()).withRelated(places);
  }
}
