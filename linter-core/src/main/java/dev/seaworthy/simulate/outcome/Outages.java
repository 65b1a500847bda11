package dev.seaworthy.simulate.outcome;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.simulate.history.Dip;
import dev.seaworthy.simulate.history.DurationWords;
import dev.seaworthy.simulate.history.History;
import dev.seaworthy.simulate.history.WorkloadHistory;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Workloads that had fewer pods available than they want, on the way or to the end. Nobody available
 * after a node's failure or an eviction is an error, though the workload recovers: whoever asks what a
 * failure does wants to know. Where containers end, or the workload's own rules let all pods go at
 * once, it is a warning. Fewer than wanted, but some, is told beside: most workloads are made for that.
 */
final class Outages {

  private static final FieldPath REPLICAS = FieldPath.of("spec", "replicas");

  private final Losses losses;
  private final History history;

  Outages(Losses losses, History history) {
    this.losses = losses;
    this.history = history;
  }

  /** What there is to tell beside {@code told}: what is wrong in the end says more there. */
  List<Diagnostic> beside(List<Diagnostic> told, Origins origins) {
    List<Diagnostic> found = new ArrayList<>();
    for (WorkloadHistory workload : history.workloads()) {
      List<Dip> dips = workload.dips(history.length());
      if (!dips.isEmpty()) {
        worst(workload, dips, told, origins).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Diagnostic> worst(
      WorkloadHistory workload, List<Dip> dips, List<Diagnostic> told, Origins origins) {
    Dip worst = dips.stream()
        .filter(dip -> dip.until().isEmpty())
        .findFirst()
        .orElseGet(() -> dips.stream().min(Dip.WORST_FIRST).orElseThrow());
    Optional<Loss> loss = losses.before(workload.key(), worst.from());
    return origins
        .of(workload.key())
        .filter(origin -> !isTold(origin, told))
        .flatMap(origin -> severity(workload, worst, loss)
            .map(
                severity -> new Teller(workload, worst, loss).tell(origin, severity, dips.size())));
  }

  private static boolean isTold(Origin origin, List<Diagnostic> told) {
    return told.stream()
        .filter(
            problem -> problem.subject().equals(Optional.of(origin.manifest().subject())))
        .anyMatch(problem ->
            problem.severity() == Severity.ERROR || problem.code().equals(OutcomeCodes.NOT_READY));
  }

  /** How grave it is; empty if it is as the workload's own rules want it. */
  private static Optional<Severity> severity(
      WorkloadHistory workload, Dip dip, Optional<Loss> loss) {
    Loss.Kind kind = loss.map(Loss::kind).orElse(Loss.Kind.CONTROLLER);
    if (dip.until().isEmpty()) {
      boolean isNatural = workload.key().kind().equals(Kinds.DAEMON_SET)
          && kind == Loss.Kind.NODE
          && !dip.isOutage();
      return Optional.of(isNatural ? Severity.INFO : Severity.ERROR);
    }
    if (dip.isOutage()) {
      boolean isForced = kind == Loss.Kind.NODE || kind == Loss.Kind.EVICTION;
      return Optional.of(isForced ? Severity.ERROR : Severity.WARNING);
    }
    boolean isByItsRules = kind == Loss.Kind.CONTROLLER && dip.lowest() >= dip.floor();
    return isByItsRules ? Optional.empty() : Optional.of(Severity.INFO);
  }

  /** Puts a dip into words. */
  private record Teller(WorkloadHistory workload, Dip dip, Optional<Loss> loss) {

    Diagnostic tell(Origin origin, Severity severity, int times) {
      String code = dip.isOutage() ? OutcomeCodes.UNAVAILABLE : OutcomeCodes.SHORT;
      Diagnostic told = origin.tell(code, severity, message(times), place(origin), "");
      return remedy().map(told::withRemedy).orElse(told);
    }

    private FieldPath place(Origin origin) {
      return origin.at(REPLICAS).isPresent() ? REPLICAS : FieldPath.of("metadata", "name");
    }

    private String message(int times) {
      String many = dip.isOutage()
          ? "no pod available"
          : "only %d of %d pods available".formatted(dip.lowest(), dip.desired());
      String why = loss.map(Loss::why)
          .filter(text -> !text.isEmpty())
          .map(text -> ": " + text)
          .orElse("");
      String name = workload.name();
      String since = TimelineText.clock(began());
      if (dip.until().isEmpty()) {
        return name + " has had " + many + " since " + since + why;
      }
      String time = DurationWords.of(dip.atLowest().plus(unnoticed()));
      String until = TimelineText.clock(dip.until().get());
      return "%s had %s for at least %s, %s to %s%s%s"
          .formatted(
              name,
              many,
              time,
              since,
              until,
              times > 1 ? " and " + (times == 2 ? "once" : times - 1 + " times") + " more" : "",
              why);
    }

    private Duration began() {
      return dip.from().minus(unnoticed());
    }

    /** For how long nobody had noticed that a node is silent. */
    private Duration unnoticed() {
      return loss.filter(it -> it.kind() == Loss.Kind.NODE)
          .map(it -> it.at().minus(it.since()))
          .orElse(Duration.ZERO);
    }

    /** What would have kept some of its pods there; of fewer pods than wanted nothing is said. */
    private Optional<String> remedy() {
      if (!dip.isOutage()) {
        return Optional.empty();
      }
      boolean isAlone = dip.desired() == 1;
      Loss.Kind kind = loss.map(Loss::kind).orElse(Loss.Kind.CONTROLLER);
      return switch (kind) {
        case NODE ->
          Optional.of(
              isAlone
                  ? "run two replicas or more, on different nodes; a shorter tolerationSeconds for"
                      + " node.kubernetes.io/unreachable than the usual 300 moves a pod sooner"
                  : "spread its pods over nodes, with topologySpreadConstraints or"
                      + " podAntiAffinity");
        case EVICTION ->
          Optional.of(
              isAlone
                  ? "run two replicas or more, and let a PodDisruptionBudget spare one at a time"
                  : "let a PodDisruptionBudget spare one at a time: maxUnavailable: 1");
        case CONTROLLER ->
          Optional.of(
              workload.key().kind().equals(Kinds.DEPLOYMENT)
                  ? "a rolling update with maxUnavailable: 0 starts a new pod before an old one"
                      + " goes"
                  : "with two replicas or more the others go on while one is replaced");
        case CONTAINER, PERSON ->
          isAlone ? Optional.of("with two replicas the other one goes on") : Optional.empty();
      };
    }
  }
}
