package dev.seaworthy.simulate.impact;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.simulate.history.Dip;
import dev.seaworthy.simulate.history.History;
import dev.seaworthy.simulate.history.PodHistory;
import dev.seaworthy.simulate.history.PodHistory.Spell;
import dev.seaworthy.simulate.history.PodHistory.Stage;
import dev.seaworthy.simulate.history.Setback;
import dev.seaworthy.simulate.history.WorkloadHistory;
import dev.seaworthy.simulate.impact.ObjectChange.Fate;
import dev.seaworthy.simulate.impact.WorkloadImpact.Move;
import dev.seaworthy.simulate.server.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Is told what is done to a settled cluster, and finds in its history what came of it. */
public final class ImpactFinder {

  private final List<ObjectChange> objects = new ArrayList<>();
  private final Map<ObjectKey, ObjectChange> byKey = new HashMap<>();
  private final Map<ObjectKey, List<String>> lostClaims = new HashMap<>();

  /**
   * A manifest was applied.
   *
   * @param before the object as it was; empty if it is new
   * @param moved the version that it was written in, if that is another one now
   */
  public void applied(
      ObjectKey key, Optional<Resource> before, Answer answer, Optional<FieldChange> moved) {
    if (!answer.accepted()) {
      refused(key, answer.message());
      return;
    }
    // What is written in a version that is gone may have been there in a form that nobody can play.
    boolean wasThere =
        before.isPresent() || moved.isPresent() && !KnownKinds.builtIn().makesPods(key.kind());
    if (!wasThere) {
      add(ObjectChange.of(key, Fate.CREATED));
      return;
    }
    List<FieldChange> fields = new ArrayList<>();
    moved.ifPresent(fields::add);
    before.ifPresent(old ->
        answer.object().ifPresent(after -> fields.addAll(FieldDifferences.between(old, after))));
    add(new ObjectChange(key, fields.isEmpty() ? Fate.UNCHANGED : Fate.CHANGED, fields, ""));
  }

  /** The server does not take an object. */
  public void refused(ObjectKey key, String words) {
    add(new ObjectChange(key, Fate.REFUSED, List.of(), words));
  }

  /** A hook was deleted, if it was there still, and made anew. */
  public void madeAnew(ObjectKey key, Answer answer) {
    if (answer.accepted()) {
      add(ObjectChange.of(key, Fate.MADE_ANEW));
    } else {
      refused(key, answer.message());
    }
  }

  /** An object is no longer in the files, and stays. */
  public void leftBehind(ObjectKey key) {
    add(ObjectChange.of(key, Fate.LEFT_BEHIND));
  }

  /** An object is no longer in the files, and is deleted; {@code loss} goes with it. */
  public void pruned(ObjectKey key, String loss) {
    add(new ObjectChange(key, Fate.PRUNED, List.of(), loss));
  }

  /** Claims go with the pods of {@code workload} that are too many. */
  public void losesClaims(ObjectKey workload, List<String> names) {
    lostClaims.put(workload, names);
  }

  /** Whether the change is seen in the pods of an object: it is new, or they are replaced. */
  public boolean restarts(ObjectKey key) {
    ObjectChange change = byKey.get(key);
    return change != null
        && (change.fate() == Fate.CREATED
            || change.fate() == Fate.MADE_ANEW
            || !change.ofTemplate().isEmpty());
  }

  private void add(ObjectChange change) {
    objects.add(change);
    byKey.put(change.key(), change);
  }

  /**
   * What came of it all.
   *
   * @param history from before the first change on
   * @param manifests of the new state, {@code namespace} being where those go that name none
   */
  public ChangeImpact impact(History history, Collection<InputObject> manifests, String namespace) {
    List<WorkloadImpact> workloads = new ArrayList<>();
    for (WorkloadHistory workload : history.workloads()) {
      WorkloadImpact impact = impactOn(workload, history);
      if (impact.isMoved() || isTouched(workload.key()) && impact.lowest() < impact.desired()) {
        workloads.add(impact);
      }
    }
    return new ChangeImpact(objects, workloads, StaleReader.among(manifests, namespace, objects));
  }

  /** What to tell of pods that an apply takes away and an autoscaler brings back. */
  public List<Diagnostic> setbacks(
      History history, Collection<InputObject> manifests, String namespace) {
    List<Diagnostic> found = new ArrayList<>();
    for (WorkloadHistory workload : history.workloads()) {
      setback(workload)
          .ifPresent(setback -> manifests.stream()
              .filter(manifest -> keyOf(manifest, namespace).equals(workload.key()))
              .forEach(manifest -> found.add(Setbacks.tell(manifest, setback))));
    }
    return found;
  }

  /** Where {@code manifest} goes if those without a namespace go to {@code namespace}. */
  static ObjectKey keyOf(InputObject manifest, String namespace) {
    String own = manifest.resource().namespace();
    return new ObjectKey(manifest.kind(), own.isEmpty() ? namespace : own, manifest.name());
  }

  private Optional<Setback> setback(WorkloadHistory workload) {
    ObjectChange change = byKey.get(workload.key());
    boolean isByApply = change != null
        && change.fields().stream()
            .anyMatch(field -> field.path().equals(Setbacks.REPLICAS.toString()));
    return isByApply ? workload.setback() : Optional.empty();
  }

  private boolean isTouched(ObjectKey key) {
    ObjectChange change = byKey.get(key);
    return change != null && change.fate() != Fate.UNCHANGED && change.fate() != Fate.LEFT_BEHIND;
  }

  private WorkloadImpact impactOn(WorkloadHistory workload, History history) {
    ObjectChange change = byKey.get(workload.key());
    boolean isNew = change != null && change.fate() == Fate.CREATED;
    List<PodHistory> pods = history.pods().stream()
        .filter(pod -> pod.namespace().equals(workload.namespace())
            && pod.owner().equals(workload.kind() + "/" + workload.name()))
        .toList();
    WorkloadHistory.Moment last = workload.last();
    Optional<Setback> setback = setback(workload);
    int lost = (int) pods.stream().filter(pod -> isOld(pod) && isGoing(pod)).count();
    return new WorkloadImpact(
        workload.key(),
        change == null ? Fate.UNCHANGED : change.fate(),
        change == null ? List.of() : change.ofTemplate(),
        moves(pods),
        lost,
        setback.map(it -> (int) Math.min(lost, it.formerly() - it.told())).orElse(0),
        (int) pods.stream().filter(pod -> !isOld(pod)).count(),
        workload.moments().get(0).desired(),
        last.desired(),
        last.floor(),
        last.updated(),
        last.available(),
        isNew ? last.available() : workload.leastSince(Duration.ZERO),
        longestOutage(workload, history.length()),
        lostClaims.getOrDefault(workload.key(), List.of()),
        setback.isPresent()
            ? workload.lastRollout().ended()
            : workload.lastRollout().took());
  }

  private static Duration longestOutage(WorkloadHistory workload, Duration end) {
    return workload.dips(end).stream()
        .filter(Dip::isOutage)
        .map(Dip::atLowest)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private static boolean isOld(PodHistory pod) {
    return pod.began().isZero();
  }

  private static boolean isGoing(PodHistory pod) {
    return pod.end().isPresent() || pod.last().stage() == Stage.STOPPING;
  }

  private static List<Move> moves(List<PodHistory> pods) {
    List<Move> moves = new ArrayList<>();
    for (PodHistory pod : pods) {
      Stage before = null;
      for (Spell spell : pod.spells()) {
        String what = !isOld(pod) && before == null ? "created" : word(spell.stage());
        if (!(isOld(pod) && before == null) && spell.stage() != before && !what.isEmpty()) {
          moves.add(new Move(spell.from(), pod.name(), isOld(pod), what, spell.node()));
        }
        before = spell.stage();
      }
      pod.end()
          .ifPresent(end ->
              moves.add(new Move(end, pod.name(), isOld(pod), "gone", pod.last().node())));
    }
    moves.sort(Comparator.comparing(Move::at));
    return moves;
  }

  private static String word(Stage stage) {
    return switch (stage) {
      case READY -> "ready";
      case STOPPING -> "told to stop";
      case TROUBLED -> "in trouble";
      case FAILED -> "failed";
      case SUCCEEDED -> "done";
      case PENDING, STARTING, RUNNING -> "";
    };
  }
}
