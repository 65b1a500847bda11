package dev.seaworthy.simulate.history;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.history.WorkloadHistory.Moment;
import dev.seaworthy.simulate.history.WorkloadHistory.Rollout;
import dev.seaworthy.simulate.object.Meta;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The history of a workload while it is written. */
final class WorkloadRecord {

  private final Resource made;
  private final List<Moment> moments = new ArrayList<>();
  private final List<Rollout> rollouts = new ArrayList<>();
  private Node template = Absent.INSTANCE;
  private String uid = "";
  private long generation;
  private Duration began = Duration.ZERO;
  private boolean isOfTemplate;
  private Optional<Duration> ended = Optional.empty();

  WorkloadRecord(Resource made) {
    this.made = made;
  }

  void see(Resource workload, Duration now) {
    Counts counts = Counts.of(workload);
    beginIfChanged(workload, now);
    if (ended.isEmpty() && counts.isComplete(workload)) {
      ended = Optional.of(now);
    }
    Moment moment = counts.at(now);
    if (moments.isEmpty() || !moment.equals(last().copyAt(now))) {
      moments.add(moment);
    }
  }

  private Moment last() {
    return moments.get(moments.size() - 1);
  }

  private void beginIfChanged(Resource workload, Duration now) {
    boolean isNew = !uid.equals(Meta.uid(workload));
    if (!isNew && generation == Meta.generation(workload)) {
      return;
    }
    if (!uid.isEmpty()) {
      rollouts.add(new Rollout(began, isOfTemplate, ended));
    }
    Node latest = workload.at("spec", "template");
    isOfTemplate = isNew || !latest.sameAs(template);
    uid = Meta.uid(workload);
    generation = Meta.generation(workload);
    template = latest;
    began = now;
    ended = Optional.empty();
  }

  WorkloadHistory history() {
    List<Rollout> all = new ArrayList<>(rollouts);
    all.add(new Rollout(began, isOfTemplate, ended));
    return new WorkloadHistory(ObjectKey.of(made), moments, all);
  }
}
