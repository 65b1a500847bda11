package dev.seaworthy;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ToolHook;
import dev.seaworthy.judge.JudgedFile;
import dev.seaworthy.judge.JudgedObject;
import dev.seaworthy.judge.VerdictDiagnostics;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.FileProblem;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.project.KustomizedInput;
import dev.seaworthy.report.ImpactReport;
import dev.seaworthy.report.ScenarioReport;
import dev.seaworthy.report.SimulationReport;
import dev.seaworthy.report.json.OutcomeJson;
import dev.seaworthy.simulate.NodeShape;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.dryrun.AppliedManifest;
import dev.seaworthy.simulate.dryrun.ChangeRun;
import dev.seaworthy.simulate.dryrun.DryRun;
import dev.seaworthy.simulate.dryrun.DryRunSettings;
import dev.seaworthy.simulate.explore.Exploration;
import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.outcome.TimelineText;
import dev.seaworthy.simulate.scenario.ScenarioPlayer;
import dev.seaworthy.simulate.scenario.ScenarioPlayer.Played;
import dev.seaworthy.simulate.scenario.language.ScenarioFile;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.validate.ApiServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Objects and stories handed to the embedded cluster; what came of them as data for reports. */
final class Simulation {

  private final ApiCatalog catalog;
  private final Settings settings;
  private final PlanReader plans;
  private final List<AppliedManifest> manifests = new ArrayList<>();
  private final Map<InputObject, String> refused = new LinkedHashMap<>();
  private final LeftOut leftOut = new LeftOut();
  private final NamespaceOrder order = new NamespaceOrder();
  private final HookOrder hooks = new HookOrder();

  private final Optional<KustomizedInput> kustomized;

  Simulation(ApiCatalog catalog, Settings settings, KustomizedInput kustomized) {
    this(catalog, settings, Optional.of(kustomized));
  }

  private Simulation(ApiCatalog catalog, Settings settings, Optional<KustomizedInput> kustomized) {
    this.kustomized = kustomized;
    this.catalog = catalog;
    this.settings = settings;
    this.plans = new PlanReader(catalog);
  }

  /** Of stories, which name what they apply. */
  static Simulation ofStories(ApiCatalog catalog, Settings settings) {
    return new Simulation(catalog, settings, Optional.empty());
  }

  /**
   * Has the objects of a file applied that the API server accepts.
   *
   * @param written the file without what kustomizations make of it
   */
  void add(JudgedFile written, JudgedFile file) {
    leftOut.file(file);
    kustomized
        .filter(input -> input.isUnlisted(file.file()))
        .ifPresent(input -> leftOut.unlisted(written));
    for (JudgedObject object : file.objects()) {
      if (object.document().root() instanceof Mapping root) {
        InputObject input = new InputObject(file.file(), new Resource(root));
        if (ToolHook.of(input.resource()).filter(ToolHook::isAside).isPresent()) {
          leftOut.aside(input);
        } else {
          order.add(object, input);
          hooks.add(input);
          add(object, input);
        }
      }
    }
  }

  private void add(JudgedObject judged, InputObject object) {
    // What a kustomization would send was judged; what is played is what is written.
    boolean isCustomized = !judged.placement().customization().isNone();
    if (judged.verdict().accepted() && (judged.isUnfinished() || isCustomized)) {
      AppliedManifest.completed(
              object, ApiServer.of(catalog).with(settings.judge().admission()))
          .ifPresentOrElse(manifests::add, () -> leftOut.unfinished(object));
    } else if (judged.verdict().accepted() && judged.isOpen()) {
      manifests.add(AppliedManifest.filled(
          object, ApiServer.of(catalog).with(settings.judge().admission())));
    } else if (judged.verdict().accepted()) {
      manifests.add(new AppliedManifest(object, Optional.of(judged.verdict())));
    } else if (judged.isRefused()) {
      refused.put(object, words(judged));
      leftOut.refused(object);
    } else {
      leftOut.undefined(object);
    }
  }

  /** What is in the files and not applied: of it operators still make what it asks for. */
  private List<InputObject> beside() {
    List<InputObject> beside = new ArrayList<>(refused.keySet());
    beside.addAll(leftOut.unplayed());
    return beside;
  }

  /** What a server objects to: the causes with their fields, or why it is no object of its kind. */
  private static String words(JudgedObject refused) {
    String causes = refused.verdict().causes().stream()
        .map(cause -> cause.field() + " " + cause.message())
        .collect(Collectors.joining("; "));
    return causes.isEmpty() ? VerdictDiagnostics.words(refused) : causes;
  }

  private DryRunSettings options(long seed) {
    DryRunSettings options = DryRunSettings.of(catalog)
        .admitting(settings.judge().admission())
        .withNodes(settings.play().nodes(), NodeShape.USUAL)
        .withPodLimit(settings.play().podLimit())
        .withSeed(new Seed(seed))
        .assuming(settings.play().assume())
        .with(plans.plan(settings.play().dryRun()))
        .recordingHistory(settings.play().drawing() || settings.play().explored() > 0);
    return seed == 0 ? options : options.withJitter();
  }

  /** The seeds to explore, if that is asked for. */
  private Optional<Exploration> explore(LongFunction<Outcome> play) {
    long first = settings.play().seed() == 0 ? 1 : settings.play().seed();
    return settings.play().explored() == 0
        ? Optional.empty()
        : Optional.of(Exploration.of(
            first,
            settings.play().explored(),
            settings.judge().threads(),
            play,
            settings.play().goesOnExploring()));
  }

  private long seedToShow(Optional<Exploration> exploration) {
    return exploration.map(Exploration::worst).orElse(settings.play().seed());
  }

  SimulationReport run() {
    Optional<Exploration> exploration =
        explore(seed -> DryRun.ofJudged(manifests, beside(), options(seed)));
    Outcome outcome = DryRun.ofJudged(manifests, beside(), options(seedToShow(exploration)));
    return report(
        outcome, outcome.conclusion(), Map.of(), Optional.empty(), Optional.empty(), exploration);
  }

  /** Applies the objects over those of {@code before}, which have settled. */
  SimulationReport runOver(Collection<Document> before) {
    List<InputObject> old = new ArrayList<>();
    List<InputObject> ended = new ArrayList<>();
    for (Document document : before) {
      if (document.root() instanceof Mapping root) {
        InputObject object = new InputObject(document.file(), new Resource(root));
        (isGone(object.resource()) ? ended : old).add(object);
      }
    }
    ChangeRun.Change change = new ChangeRun.Change(
        old, ended, manifests, refused, leftOut.unplayed(), settings.play().pruning());
    Optional<Exploration> exploration =
        explore(seed -> ChangeRun.of(change, options(seed)).outcome());
    ChangeRun.Changed changed = ChangeRun.of(change, options(seedToShow(exploration)));
    return report(
        changed.outcome(),
        changed.breakage().conclusion(),
        Map.of(),
        Optional.empty(),
        Optional.of(ImpactReports.of(changed.impact())),
        exploration);
  }

  /** What ran as a hook has ended, and is deleted before it runs again, if not at once. */
  private static boolean isGone(Resource old) {
    boolean runs = old.groupKind().equals(Kinds.JOB) || old.groupKind().equals(Kinds.POD);
    return ToolHook.of(old)
        .filter(
            hook -> hook.isAside() || hook.isDeletedAfterwards() || (runs && hook.isRecreated()))
        .isPresent();
  }

  private ScenarioPlayer player(long seed) {
    return ScenarioPlayer.of(catalog, new Seed(seed))
        .admitting(settings.judge().admission())
        .withPodLimit(settings.play().podLimit())
        .assuming(settings.play().assume())
        .on(settings.play().controlPlane())
        .asking(plans.inquiries(settings.play().dryRun()));
  }

  /** Plays a story as a test; whatever keeps it from being played is a problem of the report. */
  ScenarioReport test(Path scenario) {
    String file = scenario.toString().replace(File.separatorChar, '/');
    try {
      Optional<Exploration> exploration = explore(seed -> outcomeOf(scenario, seed));
      Played played = player(seedToShow(exploration)).play(scenario);
      String name = played.name().isEmpty() ? nameOf(scenario) : played.name();
      return new ScenarioReport(
          file,
          name,
          played.purpose(),
          seedToShow(exploration),
          played.outcome().history().length(),
          played.expectations().all(),
          played.expectations().failed(),
          played.answer().isEmpty() ? played.problems() : played.outcome().problems(),
          played.sources());
    } catch (UncheckedIOException unreadable) {
      return unplayed(scenario, file, Objects.requireNonNull(unreadable.getCause()));
    } catch (IOException unreadable) {
      return unplayed(scenario, file, unreadable);
    }
  }

  private ScenarioReport unplayed(Path scenario, String file, IOException unreadable) {
    Diagnostic problem = Diagnostic.of(
        ScenarioFile.CODE,
        Severity.ERROR,
        "the story can't be read: " + FileProblem.named(unreadable),
        Location.ofFile(file));
    return new ScenarioReport(
        file,
        nameOf(scenario),
        "",
        settings.play().seed(),
        Duration.ZERO,
        0,
        0,
        List.of(problem),
        Map.of());
  }

  /** {@code web} for {@code web.scenario.yaml}, the folder's name for {@code scenario.yaml}. */
  private static String nameOf(Path scenario) {
    Path file = scenario.toAbsolutePath();
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.?[^.]*\\.[^.]*$", "");
    Path folder = file.getParent();
    return name.isEmpty() && folder != null ? String.valueOf(folder.getFileName()) : name;
  }

  SimulationReport play(Path scenario) throws IOException, UnreadableInput {
    Played first = player(settings.play().seed()).play(scenario);
    if (first.answer().isEmpty()) {
      throw new UnreadableInput(first.problems());
    }
    Optional<Exploration> exploration = explore(seed -> outcomeOf(scenario, seed));
    Played played =
        exploration.isEmpty() ? first : player(seedToShow(exploration)).play(scenario);
    return report(
        played.outcome(),
        played.outcome().conclusion(),
        played.sources(),
        played.answer().map(Mapping::toJson),
        Optional.empty(),
        exploration);
  }

  private Outcome outcomeOf(Path scenario, long seed) {
    try {
      return player(seed).play(scenario).outcome();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private SimulationReport report(
      Outcome outcome,
      List<String> plainConclusion,
      Map<String, SourceText> sources,
      Optional<String> observations,
      Optional<ImpactReport> impact,
      Optional<Exploration> exploration) {
    List<String> conclusion = leftOut.precede(
        kustomized.map(KustomizedInput::sentences).orElse(List.of()),
        plainConclusion,
        !manifests.isEmpty());
    List<String> sentences = new ArrayList<>(conclusion);
    exploration.map(Exploration::sentences).ifPresent(sentences::addAll);
    return new SimulationReport(
        sentences,
        TimelineText.brief(outcome.timeline()),
        TimelineText.full(outcome.timeline()),
        outcome.shown(),
        problems(outcome),
        sources,
        details(outcome, conclusion, exploration),
        observations,
        settings.play().drawing() ? Optional.of(RunPictures.of(outcome)) : Optional.empty(),
        impact);
  }

  private List<Diagnostic> problems(Outcome outcome) {
    List<Diagnostic> all = new ArrayList<>(outcome.problems());
    all.addAll(order.notes());
    hooks.note().ifPresent(all::add);
    kustomized.map(KustomizedInput::problems).ifPresent(all::addAll);
    all.sort(Diagnostic.ORDER);
    return all;
  }

  private Map<String, String> details(
      Outcome outcome, List<String> conclusion, Optional<Exploration> exploration) {
    Map<String, String> details =
        new LinkedHashMap<>(OutcomeJson.details(settings.kubernetes(), conclusion, outcome));
    exploration.ifPresent(found -> details.put("exploration", OutcomeJson.of(found)));
    return details;
  }
}
