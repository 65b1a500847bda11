package dev.seaworthy;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.graph.Layout;
import dev.seaworthy.judge.Bystanders;
import dev.seaworthy.judge.Bystanders.Broken;
import dev.seaworthy.judge.GivenPolicies;
import dev.seaworthy.judge.InputFacts;
import dev.seaworthy.judge.Judge;
import dev.seaworthy.judge.JudgedFile;
import dev.seaworthy.judge.LintCollector;
import dev.seaworthy.judge.ObjectJudge;
import dev.seaworthy.judge.OrderedPipeline;
import dev.seaworthy.judge.OtherFiles;
import dev.seaworthy.judge.OwnKinds;
import dev.seaworthy.judge.PreviousObjects;
import dev.seaworthy.judge.Problems;
import dev.seaworthy.judge.RelationsCollector;
import dev.seaworthy.judge.UpdateAs;
import dev.seaworthy.judge.Updates;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.project.FileRoles;
import dev.seaworthy.project.InputSource;
import dev.seaworthy.project.KustomizedInput;
import dev.seaworthy.project.Surroundings;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.Neighbourhood;
import dev.seaworthy.report.RelationsReport;
import dev.seaworthy.report.ScenarioReport;
import dev.seaworthy.report.SimulationReport;
import dev.seaworthy.simulate.scenario.ScenarioFiles;
import dev.seaworthy.validate.ApiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The three answers, for whoever asks: the command line, the Maven plugin, other programs.
 *
 * <pre>{@code
 * Seaworthy seaworthy = Seaworthy.usual();
 * List<Diagnostic> findings = seaworthy.lint(Input.text("pod.yaml", yaml)).findings();
 * findings.forEach(finding -> System.out.println(finding.place() + ": " + finding.message()));
 * }</pre>
 *
 * <p>Never throws because of what a file holds or that it cannot be read: that is a problem of the
 * answer. Safe for use by several threads.
 */
public final class Seaworthy {

  static {
    ClassPath.read();
  }

  private final Settings settings;
  private final ApiCatalog builtIn;
  private final Updates updates;
  private final OwnKinds ownKinds;
  private final List<InputSource> policies;
  private final Optional<Before> before;

  /** What was there before the change, as it is written. */
  private record Before(Input input, List<Document> documents, UpdateAs updateAs) {}

  private Seaworthy(
      Settings settings,
      ApiCatalog builtIn,
      Updates updates,
      OwnKinds ownKinds,
      List<InputSource> policies,
      Optional<Before> before) {
    this.settings = settings;
    this.builtIn = builtIn;
    this.updates = updates;
    this.ownKinds = ownKinds;
    this.policies = policies;
    this.before = before;
  }

  /** With the usual settings. */
  public static Seaworthy usual() {
    return of(Settings.usual());
  }

  /**
   * With the kinds of the release and those of the settings.
   *
   * @throws UncheckedIOException if the user's schemas, definitions and policies can't be read, or are
   *     none
   * @throws IllegalArgumentException if a location of schemas makes no sense
   */
  public static Seaworthy of(Settings settings) {
    OwnKinds ownKinds = ownKinds(settings);
    ApiCatalog builtIn = BuiltInCatalog.of(settings.release());
    ApiCatalog catalog = ownKinds.over(builtIn);
    ApiServer server = ApiServer.of(catalog).with(settings.admission());
    Updates updates = new Updates(server, catalog, PreviousObjects.NONE, UpdateAs.APPLY);
    return new Seaworthy(
        settings, builtIn, updates, ownKinds, policies(settings, server), Optional.empty());
  }

  private static List<InputSource> policies(Settings settings, ApiServer server) {
    try {
      return settings.policies().isEmpty()
          ? List.of()
          : GivenPolicies.below(settings.policies(), server);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static OwnKinds ownKinds(Settings settings) {
    try {
      return settings.schemaLocations().isEmpty() && settings.crds().isEmpty()
          ? OwnKinds.NONE
          : OwnKinds.of(
              settings.crds(),
              settings.schemaLocations(),
              settings.release(),
              settings.remoteFiles());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Judges objects that {@code previous} holds too as changes of these, as {@code kubectl apply} would
   * send them: fields that only the old manifest had are removed, what the server filled in stays.
   *
   * @throws UnreadableInput if something of it cannot be read or is no object
   */
  public Seaworthy applyingOver(Input previous) throws UnreadableInput {
    return over(previous, UpdateAs.APPLY);
  }

  /**
   * Judges objects that {@code previous} holds too as changes of these, as {@code kubectl apply
   * --server-side} would send them: merged by the list types of the API, without what only the old
   * manifest had.
   *
   * @throws UnreadableInput if something of it cannot be read or is no object
   */
  public Seaworthy applyingServerSideOver(Input previous) throws UnreadableInput {
    return over(previous, UpdateAs.SERVER_SIDE_APPLY);
  }

  /**
   * Judges objects that {@code previous} holds too as changes of these, as {@code kubectl replace}
   * would send them: the new manifest takes the old one's place.
   *
   * @throws UnreadableInput if something of it cannot be read or is no object
   */
  public Seaworthy replacing(Input previous) throws UnreadableInput {
    return over(previous, UpdateAs.REPLACE);
  }

  private Seaworthy over(Input previous, UpdateAs updateAs) throws UnreadableInput {
    FileRoles roles = FileRoles.of(previous.found().sources());
    Judge judge = judge(settings.otherFiles(), roles, judgeFor(previous, roles));
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>(previous.found().problems());
    for (InputSource file : previous.found().sources()) {
      Reading reading = judge.read(file);
      documents.addAll(reading.documents());
      problems.addAll(OtherFiles.SKIP.mistakes(reading.problems()));
    }
    if (documents.isEmpty() && problems.isEmpty()) {
      holdsNoObject(previous.found().sources()).ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new UnreadableInput(problems);
    }
    return new Seaworthy(
        settings,
        builtIn,
        updates.from(new PreviousObjects(documents), updateAs),
        ownKinds,
        policies,
        Optional.of(new Before(previous, documents, updateAs)));
  }

  /** The same over what kustomizations made of what was there before. */
  private Seaworthy overBuilt(Before written) {
    FileRoles roles = FileRoles.of(written.input().found().sources());
    ObjectJudge objects = judgeFor(written.input(), roles);
    PlayedFiles played = new PlayedFiles(
        kustomized(written.input(), roles, objects), judge(OtherFiles.SKIP, roles, objects));
    PreviousObjects built = new PreviousObjects(played.documents(written.documents()));
    return new Seaworthy(
        settings,
        builtIn,
        updates.from(built, written.updateAs()),
        ownKinds,
        policies,
        Optional.empty());
  }

  /** A file that is named was meant to hold something; one of another revision need not. */
  private static Optional<Diagnostic> holdsNoObject(List<InputSource> sources) {
    return sources.stream()
        .filter(source -> source.path().isPresent())
        .findFirst()
        .map(source -> Problems.noObject(Location.ofFile(source.name())));
  }

  /** Knows the kinds that the input itself defines, or what it is seen with. */
  private ObjectJudge judgeFor(Input input, FileRoles roles) {
    ApiCatalog kinds = ownKinds.over(builtIn, () -> withNeighbours(input));
    ApiServer server = updates.server().serving(kinds);
    InputFacts facts = new InputFacts(
        input.found().sources(),
        policies,
        roles,
        settings.lint().layout(roles.layout()).units(),
        updates.previous(),
        server,
        settings.results() || !updates.previous().documents().isEmpty(),
        settings.threads());
    return new ObjectJudge(updates.by(server), facts, ownKinds, settings.undefinedKinds());
  }

  private static List<InputSource> withNeighbours(Input input) {
    List<InputSource> sources = new ArrayList<>(input.found().sources());
    input.around().forEach(around -> sources.addAll(around.sources()));
    return sources;
  }

  /** What the API server would answer to each object, file by file in their order. */
  public List<FileReport> validate(Input input) {
    List<FileReport> files = new ArrayList<>();
    validate(input, files::add);
    return files;
  }

  /**
   * The same for inputs of any size: the files are worked on in parallel, {@code sink} gets them one
   * at a time in their order, on the calling thread; paths that lead nowhere come first.
   */
  public void validate(Input input, Consumer<FileReport> sink) {
    FileRoles roles = FileRoles.of(input.found().sources());
    ObjectJudge judge = judgeFor(input, roles);
    judge(input, roles, judge, new FileReports(settings, judge.catalog())::of, sink);
  }

  /**
   * Everything there is to say about {@code input}: the API server's answers and what the rules find.
   * Rules see all files together, so that they know what is missing.
   */
  public LintReport lint(Input input) {
    List<FileReport> files = new ArrayList<>();
    List<Neighbourhood> neighbourhoods = lint(input, file -> {}, files::add);
    return new LintReport(files, neighbourhoods);
  }

  /**
   * The same for inputs of any size.
   *
   * @param watch is told of each file by its name when it has been judged
   * @param sink gets the files one at a time in the order of their names, on the calling thread, when
   *     all have been judged
   * @return what was looked at beside them, to know what they relate to
   */
  public List<Neighbourhood> lint(Input input, Consumer<String> watch, Consumer<FileReport> sink) {
    FileRoles roles = FileRoles.of(withNeighbours(input));
    ObjectJudge judge = judgeFor(input, roles);
    LintCollector collector =
        new LintCollector(settings.lint(), judge.catalog(), settings.threads());
    judge(input, roles, judge, collector::judge, entry -> {
      collector.add(entry);
      watch.accept(entry.judged().file());
    });
    List<Surroundings> around = input.around();
    if (collector.hasObjects()) {
      lookAround(around, roles, judge, collector);
    }
    Layout layout = settings.lint().layout(roles.layout());
    FileReports reports = new FileReports(settings, judge.catalog());
    Judge reader = judge(OtherFiles.SKIP, roles, judge);
    FilesByName told = new FilesByName(
        around.stream()
            .filter(each -> !each.replaced().isEmpty())
            .flatMap(each -> broken(input, each, reader, judge.catalog(), layout))
            .map(each -> reports.of(each.file(), each.findings(), List.of()))
            .toList(),
        sink);
    collector.tell(layout, reports::of, told);
    told.end();
    return around.stream()
        .filter(each -> collector.hasObjects() || !each.replaced().isEmpty())
        .map(Seaworthy::neighbourhood)
        .toList();
  }

  /** What the change that {@code input} is breaks in the files around it. */
  private Stream<Broken> broken(
      Input input, Surroundings around, Judge reader, ApiCatalog kinds, Layout layout) {
    Bystanders bystanders =
        new Bystanders(reader, settings.lint(), kinds, layout, settings.threads());
    bystanders.add(around.sources());
    return bystanders.broken(around.replaced(), input.found().sources()).stream();
  }

  /**
   * What can be mended in {@code input}, in memory: {@link FixedFile#write} writes it. Suppressed
   * findings are left alone, and what lies beside the input. An object that the API server accepts is
   * never made one that it refuses; mending what has been mended changes nothing.
   */
  public FixReport fix(Input input, Fixing fixing) {
    Seaworthy withFixes =
        new Seaworthy(settings.withFixes(), builtIn, updates, ownKinds, policies, before);
    return new FixRun(withFixes::lint, input, fixing).run();
  }

  /** Reads what lies around: for what rules about relations ask, it need not be judged. */
  private void lookAround(
      List<Surroundings> around, FileRoles roles, ObjectJudge objects, LintCollector collector) {
    List<InputSource> sources = new ArrayList<>();
    for (Surroundings each : around) {
      sources.addAll(each.sources());
      if (!each.complete()) {
        collector.addUnknown();
      }
    }
    if (!sources.isEmpty()) {
      Judge judge = judge(OtherFiles.SKIP, roles, objects);
      new OrderedPipeline(settings.threads())
          .run(sources, judge::neighbour, collector::addNeighbour);
    }
  }

  private static Neighbourhood neighbourhood(Surroundings around) {
    return new Neighbourhood(around.where(), around.sources().size(), around.complete());
  }

  /**
   * What the objects of {@code input} have to do with each other: who selects, names and makes whom.
   * Nothing is judged; what cannot be read is a problem of the answer.
   */
  public RelationsReport relations(Input input) {
    List<InputSource> sources = input.found().sources();
    FileRoles roles = FileRoles.of(sources);
    ObjectJudge objects = judgeFor(input, roles);
    RelationsCollector collector =
        new RelationsCollector(objects.catalog(), settings.lint().defaultNamespace());
    Judge judge = judge(OtherFiles.SKIP, roles, objects);
    new OrderedPipeline(settings.threads()).run(sources, judge::neighbour, collector::add);
    return RelationsReports.of(collector.find(settings.lint().layout(roles.layout())));
  }

  /**
   * What a cluster would do with the objects of {@code input} that the API server accepts: they are
   * applied in the order of the input to an embedded cluster, in virtual time, until nothing changes
   * any more. Over a previous input the cluster runs that first, and the answer tells what the change
   * does.
   */
  public DryRunReport dryRun(Input input) {
    List<FileReport> files = new ArrayList<>();
    SimulationReport simulation = dryRun(input, files::add);
    return new DryRunReport(files, simulation);
  }

  /** The same; {@code watch} gets each file when it has been judged, before anything is applied. */
  public SimulationReport dryRun(Input input, Consumer<FileReport> watch) {
    return before.map(this::overBuilt).orElse(this).play(input, watch);
  }

  private SimulationReport play(Input input, Consumer<FileReport> watch) {
    FileRoles roles = FileRoles.of(input.found().sources());
    ObjectJudge judge = judgeFor(input, roles);
    FileReports reports = new FileReports(settings, judge.catalog());
    KustomizedInput kustomized = kustomized(input, roles, judge);
    PlayedFiles played = new PlayedFiles(kustomized, judge(settings.otherFiles(), roles, judge));
    Simulation simulation = new Simulation(judge.catalog(), settings, kustomized);
    Consumer<Played> sink = file -> {
      watch.accept(reports.of(file.played()));
      simulation.add(file.written(), file.played());
    };
    judge(input, roles, judge, file -> new Played(file, played.played(file)), sink);
    played.beside().forEach(file -> sink.accept(new Played(file, file)));
    Collection<Document> old = updates.previous().documents();
    return old.isEmpty() ? simulation.run() : simulation.runOver(old);
  }

  /** A file as it is written, and as a cluster gets it. */
  private record Played(JudgedFile written, JudgedFile played) {}

  private static KustomizedInput kustomized(Input input, FileRoles roles, ObjectJudge judge) {
    return KustomizedInput.of(input.found().sources(), input.files(), roles, judge.catalog());
  }

  /**
   * Plays a story: steps such as applying files, failing nodes and waiting.
   *
   * @param scenario the scenario file, or the folder that holds it
   * @throws IOException if a file cannot be read
   * @throws UnreadableInput if the story makes no sense
   */
  public SimulationReport play(Path scenario) throws IOException, UnreadableInput {
    return Simulation.ofStories(updates.catalog(), settings).play(scenario);
  }

  /**
   * Plays stories as tests, one after the other; {@code sink} gets each when it has been played. A
   * story that cannot be read is told of as one that fails.
   *
   * @param paths scenario files, and folders with files called {@code scenario.yaml} or {@code
   *     SOMETHING.scenario.yaml}
   * @return how many there were
   * @throws IOException if a path is not there
   */
  public int playAll(List<Path> paths, Consumer<ScenarioReport> sink) throws IOException {
    List<Path> files = ScenarioFiles.below(paths);
    Simulation simulation = Simulation.ofStories(updates.catalog(), settings);
    files.forEach(file -> sink.accept(simulation.test(file)));
    return files.size();
  }

  /** {@code then} is done to each file by the thread that has judged it. */
  private <T> void judge(
      Input input,
      FileRoles roles,
      ObjectJudge objects,
      Function<JudgedFile, T> then,
      Consumer<T> sink) {
    for (Diagnostic problem : input.found().problems()) {
      sink.accept(then.apply(unread(problem, List.of(problem), List.of())));
    }
    for (Diagnostic note : input.found().passedOver()) {
      sink.accept(then.apply(unread(note, List.of(), List.of(note))));
    }
    List<InputSource> sources = input.found().sources();
    Judge judge = judge(settings.otherFiles(), roles, objects);
    if (sources.size() == 1) {
      sink.accept(judge(judge, sources.get(0), then));
    } else {
      new OrderedPipeline(settings.threads())
          .run(sources, source -> judge(judge, source, then), sink);
    }
    objects.flawedDefinitions().forEach(file -> sink.accept(then.apply(file)));
    objects.danglingBindings().forEach(file -> sink.accept(then.apply(file)));
  }

  private Judge judge(OtherFiles otherFiles, FileRoles roles, ObjectJudge objects) {
    return new Judge(
        ReadLimits.DEFAULT, otherFiles, settings.placeholders(), roles, objects::judge);
  }

  /** The boundary: whatever we fail at in one file, the others are judged. */
  private static <T> T judge(Judge judge, InputSource source, Function<JudgedFile, T> then) {
    try {
      return then.apply(judge.judge(source));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
      Diagnostic problem = Problems.fault(Location.ofFile(source.name()), fault);
      return then.apply(unread(problem, List.of(problem), List.of()));
    }
  }

  private static JudgedFile unread(
      Diagnostic why, List<Diagnostic> problems, List<Diagnostic> notes) {
    String name = why.place().file();
    return new JudgedFile(name, List.of(), problems, notes, new SourceText(name, new byte[0]));
  }
}
