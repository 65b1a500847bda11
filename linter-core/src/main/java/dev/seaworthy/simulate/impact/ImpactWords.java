package dev.seaworthy.simulate.impact;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.history.DurationWords;
import dev.seaworthy.simulate.impact.ObjectChange.Fate;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a change does, in sentences for people, the worst first. */
public final class ImpactWords {

  /** More fields than these are counted. */
  private static final int MOST_FIELDS = 3;

  /** More claims than these are counted. */
  private static final int MOST_CLAIMS = 5;

  private static final String BALANCED = "LoadBalancer";

  private ImpactWords() {}

  /** A sentence for each thing that somebody who merges should know, without full stops. */
  public static List<String> of(ChangeImpact impact) {
    List<String> sentences = new ArrayList<>();
    impact
        .of(Fate.REFUSED)
        .forEach(object -> sentences.add(
            name(object.key()) + " is refused and stays as it was: " + object.words()));
    impact.workloads().stream()
        .filter(workload -> workload.took().isEmpty())
        .forEach(workload -> sentences.add(sentence(workload)));
    impact.workloads().stream()
        .filter(workload -> workload.took().isPresent() && workload.isMoved())
        .forEach(workload -> sentences.add(sentence(workload)));
    impact.stale().forEach(reader -> sentences.add(sentence(reader)));
    List<ObjectChange> left = impact.of(Fate.LEFT_BEHIND);
    if (!left.isEmpty()) {
      sentences.add(names(left) + " " + (left.size() == 1 ? "stays" : "stay")
          + " behind: no longer in the files, and nobody deletes "
          + (left.size() == 1 ? "it" : "them"));
    }
    addPruned(impact.of(Fate.PRUNED), sentences);
    List<ObjectChange> again = impact.of(Fate.MADE_ANEW);
    if (sentences.isEmpty()) {
      sentences.add("No pod restarts" + changed(impact));
    }
    if (!again.isEmpty()) {
      sentences.add(names(again) + " " + (again.size() == 1 ? "is a hook" : "are hooks")
          + ", deleted and made anew");
    }
    impact.of(Fate.CHANGED).forEach(object -> lostDoor(object).ifPresent(sentences::add));
    return sentences;
  }

  private static void addPruned(List<ObjectChange> pruned, List<String> sentences) {
    List<ObjectChange> plain =
        pruned.stream().filter(each -> each.words().isEmpty()).toList();
    if (!plain.isEmpty()) {
      sentences.add(names(plain) + " " + (plain.size() == 1 ? "is" : "are") + " deleted");
    }
    pruned.stream()
        .filter(each -> !each.words().isEmpty())
        .forEach(
            each -> sentences.add(name(each.key()) + " is deleted, and with it " + each.words()));
  }

  /** Whoever came in from outside the cluster comes in no longer. */
  private static Optional<String> lostDoor(ObjectChange object) {
    if (!object.key().kind().equals(Kinds.SERVICE)) {
      return Optional.empty();
    }
    return object.fields().stream()
        .filter(field -> field.path().equals("spec.type") && !field.to().equals(BALANCED))
        .flatMap(field -> Optional.ofNullable(DeletedData.DOORS.get(field.from())).stream())
        .findFirst()
        .map(lost -> name(object.key()) + " loses " + lost);
  }

  private static String sentence(StaleReader reader) {
    return name(reader.workload()) + " does not restart for the change of " + name(reader.source())
        + ": its pods go on with the environment that they started with, and see files a while"
        + " later";
  }

  private static String changed(ChangeImpact impact) {
    List<ObjectChange> others = new ArrayList<>(impact.of(Fate.CHANGED));
    others.addAll(impact.of(Fate.CREATED));
    return others.isEmpty() ? ": nothing changes" : " for the change of " + names(others);
  }

  private static String names(List<ObjectChange> objects) {
    return objects.stream().map(object -> name(object.key())).collect(Collectors.joining(", "));
  }

  private static String sentence(WorkloadImpact workload) {
    if (workload.isDeleted()) {
      return name(workload.key()) + " takes its " + pods(workload.lost()) + " with it";
    }
    return name(workload.key()) + " " + what(workload) + why(workload) + ending(workload);
  }

  private static String what(WorkloadImpact workload) {
    if (workload.isNew()) {
      return "is new and wants " + pods(workload.desired());
    }
    boolean isByChange = !workload.reasons().isEmpty() && workload.replaced() > 0;
    if (workload.isScaled()) {
      return scaled(workload) + (isByChange ? " and replaces " + pods(workload.replaced()) : "");
    }
    if (isByChange) {
      return "replaces " + pods(workload.replaced()) + takenAway(workload);
    }
    if (workload.lost() > 0) {
      return lost(workload);
    }
    return (workload.reasons().isEmpty() ? "wants " : "is to replace ") + pods(workload.desired());
  }

  private static String takenAway(WorkloadImpact workload) {
    return workload.takenAway() == 0
        ? ""
        : " and takes " + workload.takenAway() + " away until the autoscaler brings them back";
  }

  private static String scaled(WorkloadImpact workload) {
    return workload.key().kind().equals(Kinds.DAEMON_SET)
        ? "wants %s instead of %d".formatted(pods(workload.desired()), workload.formerly())
        : "is scaled from %d to %d".formatted(workload.formerly(), workload.desired());
  }

  /** Pods that go though nothing of their template changed: a node fails, or they have to make room. */
  private static String lost(WorkloadImpact workload) {
    return "loses " + pods(workload.lost())
        + (workload.replaced() == 0 ? "" : " and gets " + workload.replaced() + " anew")
        + (workload.takenAway() == 0 ? "" : " until the autoscaler brings them back");
  }

  private static String pods(long count) {
    return count == 1 ? "1 pod" : count + " pods";
  }

  private static String why(WorkloadImpact workload) {
    List<FieldChange> reasons = workload.reasons();
    if (reasons.isEmpty()) {
      return "";
    }
    int more = reasons.size() - MOST_FIELDS;
    String text = reasons.stream()
        .limit(more <= 1 ? reasons.size() : MOST_FIELDS)
        .map(FieldChange::text)
        .collect(Collectors.joining("; "));
    return " (" + text + (more > 1 ? "; and " + more + " fields more" : "") + ")";
  }

  private static String ending(WorkloadImpact workload) {
    String lowest = (workload.isNew() ? "" : lowest(workload)) + lost(workload.lostClaims());
    return workload
        .took()
        .map(time -> lowest + ", done after " + DurationWords.of(time))
        .orElseGet(() -> " and "
            + "never gets there: "
            + (isHeldByOld(workload) ? "the old pods stay, and with them " : "")
            + "%d of %d available in the end%s"
                .formatted(workload.available(), workload.desired(), updated(workload))
            + lost(workload.lostClaims()));
  }

  /** How few there were on the way; that there was none is said as such. */
  private static String lowest(WorkloadImpact workload) {
    if (workload.lowest() > 0) {
      return ", never fewer than %d of %d available".formatted(workload.lowest(), most(workload));
    }
    if (!workload.away().isZero()) {
      return ", none of %d available for %s"
          .formatted(workload.formerly(), DurationWords.of(workload.away()));
    }
    return workload.desired() == 0 ? "" : ", none available before";
  }

  private static String lost(List<String> claims) {
    return claims.isEmpty() ? "" : ", and loses " + data(claims);
  }

  /** What is lost with {@code claims}. */
  static String data(List<String> claims) {
    int more = claims.size() - MOST_CLAIMS;
    List<String> named = more <= 1 ? claims : claims.subList(0, MOST_CLAIMS);
    return (claims.size() == 1 ? "the claim " : "the claims ")
        + String.join(", ", named)
        + (more > 1 ? " and " + more + " more" : "")
        + (claims.size() == 1 ? " and its data" : " and their data");
  }

  /** There are as many as wanted, for those of the old template do not go before new ones are there. */
  private static boolean isHeldByOld(WorkloadImpact workload) {
    return !workload.reasons().isEmpty()
        && !workload.isNew()
        && workload.available() >= workload.desired();
  }

  /** How many there were to be, before or after. */
  private static long most(WorkloadImpact workload) {
    return Math.max(workload.formerly(), Math.max(workload.desired(), workload.lowest()));
  }

  /** Those of the old template may be available all the same. */
  private static String updated(WorkloadImpact workload) {
    return workload.isNew() || workload.updated() >= workload.desired()
        ? ""
        : ", " + pods(workload.updated()) + " of the new template";
  }

  /** {@code Deployment web}, with its namespace if that is not the usual one. */
  public static String name(ObjectKey key) {
    boolean isUsual = key.namespace().isEmpty() || key.namespace().equals("default");
    return key.kind().kind() + " " + key.name() + (isUsual ? "" : " in " + key.namespace());
  }
}
