package dev.seaworthy.simulate.node;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Meta;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a kubelet knows of a pod on its node: its sandbox and the state of each container. */
final class PodRun {

  private final ObjectKey key;
  private final String uid;
  private final Map<String, Member> members = new LinkedHashMap<>();
  private ContainerRuntime.@Nullable Sandbox sandbox;
  private boolean starting;
  private boolean stopping;
  private @Nullable End end;

  /** A container of the pod. */
  static final class Member {
    final String name;
    final String image;
    final ProbeTimes probes;
    ContainerState state = new ContainerState.Waiting("ContainerCreating");
    ContainerRuntime.@Nullable Container container;
    boolean ready;
    int restarts;

    Member(String name, String image, ProbeTimes probes) {
      this.name = name;
      this.image = image;
      this.probes = probes;
    }

    boolean hasEnded() {
      return state instanceof ContainerState.Terminated;
    }

    boolean hasFailed() {
      return state instanceof ContainerState.Terminated ended && ended.exitCode() != 0;
    }
  }

  /** The pod as a whole was ended, whatever its restart policy says. */
  record End(boolean failed, String reason) {}

  PodRun(Resource pod) {
    this.key = ObjectKey.of(pod);
    this.uid = Meta.uid(pod);
    for (Node container : pod.at("spec", "containers").items()) {
      String name = container.get("name").text();
      members.put(name, new Member(name, container.get("image").text(), ProbeTimes.of(container)));
    }
  }

  ObjectKey key() {
    return key;
  }

  String uid() {
    return uid;
  }

  Iterable<Member> members() {
    return members.values();
  }

  ContainerRuntime.@Nullable Sandbox sandbox() {
    return sandbox;
  }

  void runsIn(ContainerRuntime.Sandbox made) {
    sandbox = made;
  }

  /** While containers are being started, the status is not reported piece by piece. */
  boolean isStarting() {
    return starting;
  }

  void starts(Runnable containers) {
    starting = true;
    containers.run();
    starting = false;
  }

  boolean isStopping() {
    return stopping;
  }

  void stops() {
    stopping = true;
  }

  @Nullable
  End end() {
    return end;
  }

  void ends(End how) {
    end = how;
  }
}
