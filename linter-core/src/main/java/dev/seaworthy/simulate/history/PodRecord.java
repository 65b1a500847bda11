package dev.seaworthy.simulate.history;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.history.PodHistory.Spell;
import dev.seaworthy.simulate.history.PodHistory.Stage;
import dev.seaworthy.simulate.object.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The history of a pod while it is written. */
final class PodRecord {

  private static final List<String> REVISION_LABELS =
      List.of("pod-template-hash", "controller-revision-hash");

  private final Resource made;
  private final String owner;
  private final List<Spell> spells = new ArrayList<>();
  private Optional<Duration> end = Optional.empty();

  PodRecord(Resource made, String owner) {
    this.made = made;
    this.owner = owner;
  }

  void see(Pod pod, Duration now, Function<Pod, String> wordOf) {
    Spell spell = new Spell(now, Stage.of(pod), pod.nodeName().orElse(""), wordOf.apply(pod));
    if (spells.isEmpty() || !isAlike(spells.get(spells.size() - 1), spell)) {
      spells.add(spell);
    }
  }

  private static boolean isAlike(Spell one, Spell other) {
    return one.stage() == other.stage()
        && one.node().equals(other.node())
        && one.word().equals(other.word());
  }

  void gone(Duration now) {
    end = Optional.of(now);
  }

  private String revision() {
    return REVISION_LABELS.stream()
        .map(label -> made.labels().getOrDefault(label, ""))
        .filter(hash -> !hash.isEmpty())
        .findFirst()
        .orElse("");
  }

  PodHistory history() {
    return new PodHistory(made.namespace(), made.name(), owner, revision(), spells, end);
  }
}
