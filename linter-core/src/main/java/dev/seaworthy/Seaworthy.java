package dev.seaworthy;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.judge.GivenPolicies;
import dev.seaworthy.judge.InputFacts;
import dev.seaworthy.judge.JudgedFile;
import dev.seaworthy.judge.ObjectJudge;
import dev.seaworthy.judge.OwnKinds;
import dev.seaworthy.judge.PreviousObjects;
import dev.seaworthy.judge.RelationsCollector;
import dev.seaworthy.judge.UpdateAs;
import dev.seaworthy.judge.Updates;
import dev.seaworthy.manifest.Document;
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
  private final Optional<PreviousInput> before;

  private Seaworthy(
      Settings settings,
      ApiCatalog builtIn,
      Updates updates,
      OwnKinds ownKinds,
      List<InputSource> policies,
      Optional<PreviousInput> before) {
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
    ApiCatalog builtIn = BuiltInCatalog.of(settings.judge().release());
    ApiCatalog catalog = ownKinds.over(builtIn);
    ApiServer server = ApiServer.of(catalog).with(settings.judge().admission());
    Updates updates = new Updates(server, catalog, PreviousObjects.NONE, UpdateAs.APPLY);
    return new Seaworthy(
        settings, builtIn, updates, ownKinds, policies(settings, server), Optional.empty());
  }

  private static List<InputSource> policies(Settings settings, ApiServer server) {
    try {
      return settings.judge().policies().isEmpty()
          ? List.of()
          : GivenPolicies.below(settings.judge().policies(), server);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static OwnKinds ownKinds(Settings settings) {
    try {
      return settings.judge().schemaLocations().isEmpty()
              && settings.judge().crds().isEmpty()
          ? OwnKinds.NONE
          : OwnKinds.of(
              settings.judge().crds(),
              settings.judge().schemaLocations(),
              settings.judge().release(),
              settings.judge().remoteFiles());
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
    PreviousInput read = PreviousInput.read(previous, updateAs, judge(previous).reader());
    return over(read.written(), updateAs, Optional.of(read));
  }

  /** The same over what kustomizations made of what was there before. */
  private Seaworthy overBuilt(PreviousInput written, KustomizedInput built, InputJudge judge) {
    return over(written.built(built, judge), written.updateAs(), Optional.empty());
  }

  private Seaworthy over(
      PreviousObjects objects, UpdateAs updateAs, Optional<PreviousInput> written) {
    return new Seaworthy(
        settings, builtIn, updates.from(objects, updateAs), ownKinds, policies, written);
  }

  private InputJudge judge(Input input) {
    return judge(input, FileRoles.of(input.found().sources()));
  }

  /** Knows the kinds that the input itself defines, or what it is seen with. */
  private InputJudge judge(Input input, FileRoles roles) {
    ApiCatalog kinds = ownKinds.over(builtIn, () -> withNeighbours(input));
    ApiServer server = updates.server().serving(kinds);
    InputFacts facts = new InputFacts(
        input.found().sources(),
        policies,
        roles,
        settings.lint().layout(roles.layout()).units(),
        updates.previous(),
        server,
        settings.judge().results() || !updates.previous().documents().isEmpty(),
        settings.judge().threads());
    ObjectJudge objects =
        new ObjectJudge(updates.by(server), facts, ownKinds, settings.judge().undefinedKinds());
    return new InputJudge(settings, input, roles, objects);
  }

  private static List<InputSource> withNeighbours(Input input) {
    List<InputSource> sources = new ArrayList<>(input.found().sources());
    for (Surroundings around : input.around()) {
      sources.addAll(around.sources());
      sources.addAll(around.replaced());
    }
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
    InputJudge judge = judge(input);
    judge.judgeWritten(judge.reports()::of, sink);
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
    InputJudge judge = judge(input, FileRoles.of(withNeighbours(input)));
    return new LintRun(settings, input, judge).run(watch, sink);
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

  /**
   * What the objects of {@code input} have to do with each other: who selects, names and makes whom.
   * Nothing is judged; what cannot be read is a problem of the answer.
   */
  public RelationsReport relations(Input input) {
    InputJudge judge = judge(input);
    RelationsCollector collector =
        new RelationsCollector(judge.kinds(), settings.lint().defaultNamespace());
    judge.read(input.found().sources(), collector::add);
    return RelationsReports.of(collector.find(judge.layout()));
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
    if (before.isEmpty()) {
      return play(input, watch, Optional.empty());
    }
    InputJudge old = judge(before.get().input());
    KustomizedInput built = old.kustomized();
    return overBuilt(before.get(), built, old).play(input, watch, Optional.of(built));
  }

  private SimulationReport play(
      Input input, Consumer<FileReport> watch, Optional<KustomizedInput> old) {
    InputJudge judge = judge(input);
    FileReports reports = judge.reports();
    KustomizedInput kustomized = judge.kustomized();
    PlayedFiles played = new PlayedFiles(kustomized, judge.reader());
    Simulation simulation = new Simulation(judge.kinds(), settings, kustomized, old);
    Consumer<Played> sink = file -> {
      watch.accept(reports.of(file.played()));
      simulation.add(file.written(), file.played());
    };
    judge.judge(file -> new Played(file, played.played(file)), sink);
    played.beside().forEach(file -> sink.accept(new Played(file, file)));
    Collection<Document> past = updates.previous().documents();
    return past.isEmpty() ? simulation.run() : simulation.runOver(past);
  }

  /** A file as it is written, and as a cluster gets it. */
  private record Played(JudgedFile written, JudgedFile played) {}

  /**
   * Plays a story: steps such as applying files, failing nodes and waiting.
   *
   * @param scenario the scenario file, or the folder that holds it
   * @throws IOException if a file cannot be read
   * @throws UnreadableInput if the story makes no sense
   */
  public SimulationReport play(Path scenario) throws IOException, UnreadableInput {
    return new Stories(updates.catalog(), settings).play(scenario);
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
    Stories stories = new Stories(updates.catalog(), settings);
    files.forEach(file -> sink.accept(stories.test(file)));
    return files.size();
  }
}
