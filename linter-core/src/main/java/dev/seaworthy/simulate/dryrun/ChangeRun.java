package dev.seaworthy.simulate.dryrun;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ToolHook;
import dev.seaworthy.simulate.history.HistoryRecorder;
import dev.seaworthy.simulate.impact.ChangeImpact;
import dev.seaworthy.simulate.impact.DeletedData;
import dev.seaworthy.simulate.impact.FieldChange;
import dev.seaworthy.simulate.impact.ImpactFinder;
import dev.seaworthy.simulate.impact.LostClaims;
import dev.seaworthy.simulate.impact.LostKeys;
import dev.seaworthy.simulate.impact.Severance;
import dev.seaworthy.simulate.outcome.Breakage;
import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.outcome.OutcomeRecorder;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.Deletion;
import dev.seaworthy.simulate.surroundings.Furnishing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a cluster that runs old manifests would do with new ones: the old state is settled first, then
 * the new one is applied over it.
 */
public final class ChangeRun {

  private final DryRun run;
  private final Change change;
  private final DryRunSettings options;
  private final Duration patience;
  private final ImpactFinder impact = new ImpactFinder();
  private final LostKeys lostKeys = new LostKeys();
  private final Map<ObjectKey, InputObject> before = new LinkedHashMap<>();

  /** What vanished and is deleted for it. */
  private final Map<ObjectKey, InputObject> deleted = new LinkedHashMap<>();

  /** What the old state took for granted. */
  private final Furnishing former;

  /** What was there, or ran, before the change. */
  private final Set<ObjectKey> wasThere = new HashSet<>();

  /** The versions in which the old objects are written. */
  private final Map<ObjectKey, String> versions = new HashMap<>();

  /**
   * A change of manifests.
   *
   * @param before as they were
   * @param ended hooks that ran then, and are not there any more
   * @param after as they are to be, those that a server takes
   * @param refused those that it does not take, with its words
   * @param undefined those of kinds that nobody has defined: they are in the files, and not played
   * @param prune whether what vanished is deleted
   */
  public record Change(
      List<InputObject> before,
      List<InputObject> ended,
      List<AppliedManifest> after,
      Map<InputObject, String> refused,
      Collection<InputObject> undefined,
      boolean prune) {

    public Change {
      before = List.copyOf(before);
      ended = List.copyOf(ended);
      after = List.copyOf(after);
      refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
      undefined = List.copyOf(undefined);
    }

    private List<InputObject> beside() {
      List<InputObject> beside = new ArrayList<>(refused.keySet());
      beside.addAll(undefined);
      return beside;
    }

    private List<InputObject> all() {
      List<InputObject> all = new ArrayList<>(before);
      after.forEach(manifest -> all.add(manifest.object()));
      return all;
    }
  }

  /** What came of it, and what the change did. */
  public record Changed(Breakage breakage, ChangeImpact impact) {

    /** What came of it; what was wrong without the change is a warning. */
    public Outcome outcome() {
      return breakage.outcome();
    }
  }

  private ChangeRun(Change change, DryRunSettings options) {
    this.change = change;
    this.options = options;
    Names.check(options.plan(), options.nodeNames(change.all()), change.all());
    this.run = new DryRun(change.all(), change.beside(), options);
    this.former = run.furnishFor(change.before());
    this.patience = Patience.with(change.all());
  }

  /** Plays {@code change}; what is told begins when the old state has settled. */
  public static Changed of(Change change, DryRunSettings options) {
    ChangeRun play = new ChangeRun(change, options);
    play.settleBefore();
    return play.change(DryRun.ofOld(play.old(), options));
  }

  private List<AppliedManifest> old() {
    Set<Diagnostic.Subject> open = change.after().stream()
        .filter(manifest -> !manifest.standIns().isEmpty())
        .map(manifest -> manifest.object().subject())
        .collect(Collectors.toSet());
    return change.before().stream()
        .map(object -> old(object, open.contains(object.subject())))
        .toList();
  }

  /** What the new state leaves to kustomizations, the old one did. */
  private AppliedManifest old(InputObject written, boolean isOpen) {
    InputObject object = FormerVersion.ofToday(written, options.catalog());
    AppliedManifest filled = AppliedManifest.filled(object, options.server());
    boolean isWhole =
        !isOpen || options.server().create(filled.object().resource().root()).accepted();
    return isWhole
        ? filled
        : AppliedManifest.completed(object, options.server()).orElse(filled);
  }

  private void settleBefore() {
    change
        .before()
        .forEach(object -> versions.put(
            run.keyOf(object), object.resource().root().get("apiVersion").text()));
    former.markDefaultClass(run.cluster().view(), false);
    for (AppliedManifest manifest : run.order(old()).manifests()) {
      Resource sent = run.placed(manifest.object());
      if (run.apply(manifest, sent).accepted()) {
        before.put(ObjectKey.of(sent), manifest.object());
      }
    }
    wasThere.addAll(before.keySet());
    change.ended().forEach(hook -> wasThere.add(run.keyOf(hook)));
    run.endApplying();
    former.markDefaultClass(run.cluster().view(), true);
    run.cluster().settle(patience);
    if (ClaimsInUse.bind(after().stream().map(run::placed).toList(), run.cluster())) {
      run.cluster().settle(patience);
    }
  }

  /** {@code unchanged}: what comes of the old state, had nobody changed it. */
  private Changed change(Outcome unchanged) {
    OutcomeRecorder recorder = run.watch();
    HistoryRecorder history = recorder.recordHistory();
    before.forEach(recorder::isThere);
    Set<ObjectKey> named = new HashSet<>();
    change.refused().forEach((object, words) -> {
      ObjectKey key = run.keyOf(object);
      named.add(key);
      impact.refused(key, words);
    });
    change.undefined().forEach(object -> named.add(run.keyOf(object)));
    LostClaims claims = new LostClaims(run.cluster().view());
    recorder.step("the change: " + DryRun.title(after()));
    change.after().forEach(manifest -> manifest.standIns().forEach(recorder::filled));
    run.beginApplying();
    former.markDefaultClass(run.cluster().view(), false);
    for (AppliedManifest manifest : run.order(change.after()).telling(recorder).manifests()) {
      named.add(apply(manifest, recorder));
    }
    run.endApplying();
    before.keySet().stream()
        .filter(key -> !named.contains(key))
        .forEach(key -> vanished(key, recorder));
    Severance.find(staying(), deleted, DryRun.DEFAULT_NAMESPACE).forEach(recorder::remark);
    lostKeys.find(after(), DryRun.DEFAULT_NAMESPACE, impact::restarts).forEach(recorder::remark);
    new Afterwards(run.cluster(), recorder, options, patience).play();
    lost(claims, recorder);
    impact.setbacks(history.history(), after(), DryRun.DEFAULT_NAMESPACE).forEach(recorder::remark);
    Outcome outcome = recorder.outcome(options.plan().inquiries());
    return new Changed(
        Breakage.between(unchanged, outcome, this::isWanted),
        impact.impact(history.history(), after(), DryRun.DEFAULT_NAMESPACE));
  }

  private void lost(LostClaims claims, OutcomeRecorder recorder) {
    claims.find(after(), DryRun.DEFAULT_NAMESPACE).forEach((set, names) -> {
      impact.losesClaims(set, names);
      after().stream()
          .filter(manifest -> run.keyOf(manifest).equals(set))
          .findFirst()
          .ifPresent(manifest -> recorder.remark(LostClaims.tell(manifest, names)));
    });
  }

  private boolean isWanted(Diagnostic.Subject object) {
    return change.after().stream()
        .anyMatch(manifest -> manifest.object().subject().equals(object));
  }

  private List<InputObject> after() {
    return change.after().stream().map(AppliedManifest::object).toList();
  }

  private ObjectKey apply(AppliedManifest manifest, OutcomeRecorder recorder) {
    Resource sent = run.placed(manifest.object());
    ObjectKey key = ObjectKey.of(sent);
    Optional<Resource> stored =
        former.giveWay(key) ? Optional.empty() : run.cluster().view().get(key);
    boolean isHook = isMadeAnew(sent);
    if (isHook && stored.isPresent()) {
      run.cluster().api().delete(key, Deletion.NORMAL);
    }
    Answer answer = run.apply(manifest, sent);
    recorder.applied(manifest.object(), sent, answer);
    if (isHook && wasThere.contains(key)) {
      impact.madeAnew(key, answer);
    } else {
      impact.applied(key, stored, answer, movedFrom(manifest.object()));
    }
    stored.ifPresent(old -> answer.object().ifPresent(now -> lostKeys.changed(key, old, now)));
    return key;
  }

  private static boolean isMadeAnew(Resource object) {
    return ToolHook.of(object).filter(ToolHook::isRecreated).isPresent();
  }

  private Optional<FieldChange> movedFrom(InputObject object) {
    String now = object.resource().root().get("apiVersion").text();
    return Optional.ofNullable(versions.get(run.keyOf(object)))
        .filter(then -> !then.equals(now))
        .map(then -> new FieldChange("apiVersion", then, now));
  }

  /** What is in the files, be it played or not. */
  private List<InputObject> staying() {
    List<InputObject> staying = new ArrayList<>(after());
    staying.addAll(change.beside());
    return staying;
  }

  private void vanished(ObjectKey key, OutcomeRecorder recorder) {
    InputObject written = Objects.requireNonNull(before.get(key));
    // Tools do not count hooks among what they have installed.
    if (!change.prune() || ToolHook.of(written.resource()).isPresent()) {
      impact.leftBehind(key);
      return;
    }
    deleted.put(key, written);
    Optional<String> loss = DeletedData.loss(key, written, run.cluster().view());
    loss.ifPresent(what -> recorder.remark(DeletedData.told(key, written, what)));
    impact.pruned(key, loss.orElse(""));
    run.cluster().api().delete(key, Deletion.NORMAL);
  }
}
