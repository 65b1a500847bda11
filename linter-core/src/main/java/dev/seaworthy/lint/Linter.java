package dev.seaworthy.lint;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.ApiLifecycle;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.graph.InputGraph;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Layout;
import dev.seaworthy.graph.Twins;
import dev.seaworthy.graph.Unread;
import dev.seaworthy.manifest.Mapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Asks the rules of everything in an input. What the API server itself objects to is not told again
 * here; the verdict's causes are findings of their own.
 *
 * <p>Most rules look at one object: {@link #judge} asks them, file by file, in as many threads as one
 * likes. The others need to know all objects: {@link #relate} gathers these, and then tells the rest,
 * again file by file and in any thread.
 */
public final class Linter {

  /** The code of a rule that failed while it ran: nothing is known then of what it looks for. */
  public static final String RULE_FAILED = "rule-failed";

  private final RuleCatalog rules;
  private final LintSettings settings;
  private final ApiLifecycle lifecycle = ApiLifecycle.builtIn();
  private final KnownKinds kinds;
  private final Function<String, Optional<LintCheck>> checks;
  private final ApiCatalog catalog;
  private final RulePrograms programs = new RulePrograms();
  private final RuleRun objectRun;
  private final RulesByKind ofRelations;
  private final boolean needsLibrary;

  private Linter(
      RuleCatalog rules,
      Function<String, Optional<LintCheck>> checks,
      LintSettings settings,
      ApiCatalog catalog,
      boolean relationsAlone) {
    this.rules = rules;
    this.settings = settings;
    this.kinds = KnownKinds.of(catalog, lifecycle, settings.podTemplates());
    this.checks = checks;
    this.catalog = catalog;
    List<Rule> ofObjects = new ArrayList<>();
    List<Rule> ofRelations = new ArrayList<>();
    boolean needsLibrary = false;
    for (Rule rule : rules.all()) {
      boolean runs = settings.runs(rule) && (rule.isAboutRelations() || !relationsAlone);
      if (runs) {
        (rule.isAboutRelations() ? ofRelations : ofObjects).add(rule);
        needsLibrary |= rule.needsLibrary();
      }
    }
    this.objectRun =
        RuleRun.ofObjects(new RulesByKind(ofObjects, this::active), lifecycle, settings.release());
    this.ofRelations = new RulesByKind(ofRelations, this::active);
    this.needsLibrary = needsLibrary;
  }

  private ActiveRule active(Rule rule) {
    CheckContext context =
        new CheckContext(settings, lifecycle, catalog, settings.parametersOf(rule));
    return new ActiveRule(rule, context, programs, checks);
  }

  /**
   * A linter that runs those of {@code rules} which the settings ask for.
   *
   * @param checks the rules' Java by the names that the rules give; asked when a rule first needs it
   * @param catalog the kinds that it knows
   */
  public static Linter of(
      RuleCatalog rules,
      Function<String, Optional<LintCheck>> checks,
      LintSettings settings,
      ApiCatalog catalog) {
    return new Linter(rules, checks, settings, catalog, false);
  }

  /** A linter that runs those of them that need to know all objects. */
  public static Linter ofRelations(
      RuleCatalog rules,
      Function<String, Optional<LintCheck>> checks,
      LintSettings settings,
      ApiCatalog catalog) {
    return new Linter(rules, checks, settings, catalog, true);
  }

  /**
   * Makes ready what the first rule would have to wait for, which takes a while. Worth a thread of its
   * own while the input is still being read.
   */
  public Linter prepare() {
    if (needsLibrary) {
      programs.prepareLibrary();
    }
    return this;
  }

  /**
   * Findings by file, line, column and rule; with them, suppressions that are wrong and rules that
   * failed.
   */
  public List<Diagnostic> lint(LintInput input) {
    List<LintedFile> files = input.files().stream().map(this::judge).toList();
    Relations relations = relate(files, List.of(), input.unread(), Layout.FOLDERS);
    List<Diagnostic> diagnostics = new ArrayList<>();
    files.forEach(file -> diagnostics.addAll(relations.findings(file).told()));
    diagnostics.sort(Diagnostic.ORDER);
    return diagnostics;
  }

  /** Objects of which nothing is told, for rules that ask for others. */
  public List<InputObject> gather(List<LintInput.Item> items) {
    return objects(items, new HashSet<>(0));
  }

  /** Asks the rules that look at one object at a time. */
  public LintedFile judge(LintInput.File file) {
    Set<InputObject> rejected = new HashSet<>(0);
    List<InputObject> objects = objects(file.items(), rejected);
    Suppressions suppressions = Suppressions.of(file, objects, rules, settings);
    FileFindings findings = FileFindings.none();
    findings.told().addAll(suppressions.problems());
    Fixes fixes = settings.fixes() ? Fixes.in(file.source()) : Fixes.NONE;
    for (InputObject object : objects) {
      suppressions.sort(
          objectRun.judge(object, rejected.contains(object), fixes), object, findings);
    }
    fixes.release();
    // All files are kept until the last one is read: as little of each as can be.
    Set<InputObject> refused = rejected.isEmpty() ? Set.of() : rejected;
    return new LintedFile(List.copyOf(objects), refused, suppressions, findings, fixes);
  }

  private List<InputObject> objects(List<LintInput.Item> items, Set<InputObject> rejected) {
    List<InputObject> objects = new ArrayList<>();
    for (LintInput.Item item : items) {
      if (item.document().root() instanceof Mapping root && root.get("kind").isString()) {
        InputObject object =
            new InputObject(item.document().file(), new Resource(root), kinds, item.placement());
        objects.add(object);
        if (item.rejected()) {
          rejected.add(object);
        }
      }
    }
    return objects;
  }

  /**
   * Makes ready the rules that need to know all objects: those of {@code files}, and the {@code
   * neighbours} of which nothing is told. These come first, so that of an object that is there twice
   * the one in the files is the second.
   *
   * @param unread what is there but could not be read
   * @param layout how the files hang together
   */
  public Relations relate(
      List<LintedFile> files, List<InputObject> neighbours, List<Unread> unread, Layout layout) {
    return relate(files, neighbours, Set.of(), unread, layout);
  }

  /** The same, where objects that are {@code apart} count as if they were not there. */
  public Relations relate(
      List<LintedFile> files,
      List<InputObject> neighbours,
      Set<InputObject> apart,
      List<Unread> unread,
      Layout layout) {
    List<InputObject> all = new ArrayList<>(neighbours);
    files.forEach(file -> all.addAll(file.objects()));
    all.removeIf(apart::contains);
    InputGraph graph = new InputGraph(all, unread, settings.defaultNamespace(), kinds, layout);
    return new Relations(
        RuleRun.ofRelations(ofRelations, lifecycle, settings.release(), graph),
        graph.preparations());
  }

  /** Which objects of {@code files} are called as one of {@code before}, which a change may take away. */
  public Twins twins(List<InputObject> before, List<LintedFile> files, Layout layout) {
    List<InputObject> others = new ArrayList<>();
    files.forEach(file -> others.addAll(file.objects()));
    return Twins.of(before, others, settings.defaultNamespace(), kinds, layout.units());
  }

  /** The rules that need to know all objects, once they know them. Safe for use by several threads. */
  public static final class Relations {

    private final RuleRun run;
    private final List<Runnable> preparations;

    private Relations(RuleRun run, List<Runnable> preparations) {
      this.run = run;
      this.preparations = preparations;
    }

    /** What can be made ready before the first file is asked for, in any order and by any threads. */
    public List<Runnable> preparations() {
      return preparations;
    }

    /** Everything there is to tell of the file, in no particular order. */
    public FileFindings findings(LintedFile file) {
      FileFindings findings = FileFindings.none();
      findings.addAll(file.findings());
      for (InputObject object : file.objects()) {
        List<Diagnostic> found = run.judge(object, file.isRejected(object), file.fixes());
        file.suppressions().sort(found, object, findings);
      }
      file.fixes().release();
      findings.told().addAll(file.suppressions().unused());
      return findings;
    }
  }
}
