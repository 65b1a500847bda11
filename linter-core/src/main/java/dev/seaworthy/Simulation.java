package dev.seaworthy;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ToolHook;
import dev.seaworthy.judge.JudgedFile;
import dev.seaworthy.judge.JudgedObject;
import dev.seaworthy.judge.VerdictDiagnostics;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.project.KustomizedInput;
import dev.seaworthy.report.ImpactReport;
import dev.seaworthy.report.SimulationReport;
import dev.seaworthy.simulate.NodeShape;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.dryrun.AppliedManifest;
import dev.seaworthy.simulate.dryrun.ChangeRun;
import dev.seaworthy.simulate.dryrun.DryRun;
import dev.seaworthy.simulate.dryrun.DryRunSettings;
import dev.seaworthy.simulate.explore.Exploration;
import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.validate.ApiServer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Objects of files handed to the embedded cluster, and what came of them. */
final class Simulation {

  private final ApiCatalog catalog;
  private final Settings settings;
  private final KustomizedInput kustomized;
  private final Optional<KustomizedInput> old;
  private final PlanReader plans;
  private final SeedExplorer explorer;
  private final List<AppliedManifest> manifests = new ArrayList<>();
  private final LeftOut leftOut = new LeftOut();
  private final NamespaceOrder order = new NamespaceOrder();
  private final HookOrder hooks = new HookOrder();

  /** {@code old}: what kustomizations made of what was there before; empty if nothing was. */
  Simulation(
      ApiCatalog catalog,
      Settings settings,
      KustomizedInput kustomized,
      Optional<KustomizedInput> old) {
    this.old = old;
    this.catalog = catalog;
    this.settings = settings;
    this.kustomized = kustomized;
    this.plans = new PlanReader(catalog);
    this.explorer = new SeedExplorer(settings);
  }

  /**
   * Has the objects of a file applied that the API server accepts.
   *
   * @param written the file without what kustomizations make of it
   */
  void add(JudgedFile written, JudgedFile file) {
    leftOut.file(file);
    if (kustomized.isUnlisted(file.file())) {
      leftOut.unlisted(written);
    }
    for (JudgedObject object : file.objects()) {
      if (object.document().root() instanceof Mapping root) {
        InputObject input = objectOf(file.file(), new Resource(root));
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

  /** An object, which a kustomization may have put into its namespace. */
  private InputObject objectOf(String file, Resource resource) {
    InputObject object = new InputObject(file, resource);
    return kustomized
        .placeOfNamespace(file, resource.namespace())
        .map(object::inNamespaceOf)
        .orElse(object);
  }

  private void add(JudgedObject judged, InputObject object) {
    // What a kustomization would send was judged; what is played is what is written.
    boolean isCustomized = !judged.placement().customization().isNone();
    if (judged.verdict().accepted() && (judged.isUnfinished() || isCustomized)) {
      AppliedManifest.completed(
              object, ApiServer.of(catalog).with(settings.judge().admission()))
          .ifPresentOrElse(
              manifests::add,
              () ->
                  leftOut.unfinished(object, judged.placement().customization().overlay()));
    } else if (judged.verdict().accepted() && judged.isOpen()) {
      manifests.add(AppliedManifest.filled(
          object, ApiServer.of(catalog).with(settings.judge().admission())));
    } else if (judged.verdict().accepted()) {
      manifests.add(new AppliedManifest(object, Optional.of(judged.verdict())));
    } else if (judged.isRefused()) {
      leftOut.refused(object, words(judged));
    } else {
      leftOut.undefined(object);
    }
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

  SimulationReport run() {
    boolean isToldWhyNothing = manifests.isEmpty()
        && leftOut.objects().isEmpty()
        && !kustomized.sentences().isEmpty();
    if (isToldWhyNothing) {
      return report(Outcome.NONE, Outcome.NONE.conclusion(), Optional.empty(), Optional.empty());
    }
    Optional<Exploration> exploration =
        explorer.explore(seed -> DryRun.ofJudged(manifests, leftOut.objects(), options(seed)));
    Outcome outcome =
        DryRun.ofJudged(manifests, leftOut.objects(), options(explorer.seedToShow(exploration)));
    return report(outcome, outcome.conclusion(), Optional.empty(), exploration);
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
        old,
        ended,
        manifests,
        leftOut.refused(),
        leftOut.unplayed(),
        settings.play().pruning());
    Optional<Exploration> exploration =
        explorer.explore(seed -> ChangeRun.of(change, options(seed)).outcome());
    ChangeRun.Changed changed = ChangeRun.of(change, options(explorer.seedToShow(exploration)));
    return report(
        changed.outcome(),
        changed.breakage().conclusion(),
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

  private SimulationReport report(
      Outcome outcome,
      List<String> conclusion,
      Optional<ImpactReport> impact,
      Optional<Exploration> exploration) {
    return new SimulationReports(settings)
        .ofObjects(
            outcome,
            leftOut.precede(sentences(), conclusion, !manifests.isEmpty()),
            isNothingApplied(),
            remarks(),
            impact,
            exploration);
  }

  /** Where nothing is whole enough, or kustomizations make nothing to be played here. */
  private boolean isNothingApplied() {
    return manifests.isEmpty()
        && (leftOut.isAllUnfinished() || leftOut.isEmpty() && kustomized.leavesOut());
  }

  private List<String> sentences() {
    List<String> all = new ArrayList<>(kustomized.sentences());
    old.ifPresent(built -> all.addAll(built.sentencesOfBefore(kustomized)));
    return all;
  }

  private List<Diagnostic> remarks() {
    List<Diagnostic> all = new ArrayList<>(order.notes());
    hooks.note().ifPresent(all::add);
    all.addAll(kustomized.problems());
    old.ifPresent(built -> all.addAll(built.problemsOfBefore()));
    return all;
  }
}
