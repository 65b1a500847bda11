package dev.seaworthy.simulate.node;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Amounts;
import java.util.Optional;
import java.util.stream.Stream;

/** What a node can run out of, and how it says so: first what is looked at first. */
public enum Pressure {
  MEMORY(
      "memory.available",
      "memory",
      "MemoryPressure",
      new Saying("KubeletHasInsufficientMemory", "kubelet has insufficient memory available"),
      new Saying("KubeletHasSufficientMemory", "kubelet has sufficient memory available")),
  DISK(
      "nodefs.available",
      "ephemeral-storage",
      "DiskPressure",
      new Saying("KubeletHasDiskPressure", "kubelet has disk pressure"),
      new Saying("KubeletHasNoDiskPressure", "kubelet has no disk pressure")),
  PROCESSES(
      "pid.available",
      PodUsage.PROCESSES,
      "PIDPressure",
      new Saying("KubeletHasInsufficientPID", "kubelet has insufficient PID available"),
      new Saying("KubeletHasSufficientPID", "kubelet has sufficient PID available"));

  /** As many processes as Linux allows where nobody has set another number. */
  private static final long USUAL_PROCESSES = 32_768;

  private final String signal;
  private final String resource;
  private final String condition;
  private final Saying shortage;
  private final Saying relief;

  Pressure(String signal, String resource, String condition, Saying shortage, Saying relief) {
    this.signal = signal;
    this.resource = resource;
    this.condition = condition;
    this.shortage = shortage;
    this.relief = relief;
  }

  /** The reason and the message of a condition. */
  record Saying(String reason, String message) {

    /** The reason of the event that tells of it. */
    String event() {
      return reason.replace("Kubelet", "Node");
    }
  }

  /** What a kubelet's configuration calls the amount that is left. */
  public String signal() {
    return signal;
  }

  /** As loads and requests name it. */
  public String resource() {
    return resource;
  }

  /** The condition of a node that is short of it. */
  public String condition() {
    return condition;
  }

  Saying saying(boolean isShort) {
    return isShort ? shortage : relief;
  }

  /** What it is, as people say it. */
  public String words() {
    return this == DISK ? "disk" : resource;
  }

  /** The one that a pod was ended for, as its status says; empty if it says none. */
  public static Optional<Pressure> ofEviction(Resource pod) {
    String message = pod.at("status", "message").text();
    return Stream.of(values())
        .filter(one -> message.contains("low on resource: " + one.evictionName() + "."))
        .findFirst();
  }

  /** As messages of evictions name it. */
  String evictionName() {
    return this == PROCESSES ? "pids" : resource;
  }

  /** How much a node has of it. */
  long capacity(Resource node) {
    if (this == PROCESSES) {
      return USUAL_PROCESSES;
    }
    long capacity = Amounts.of(node.at("status", "capacity")).get(resource);
    return capacity > 0
        ? capacity
        : Amounts.of(node.at("status", "allocatable")).get(resource);
  }

  /** That of a signal; empty if a kubelet has no such signal, or none that is played. */
  public static Optional<Pressure> of(String signal) {
    return Stream.of(values()).filter(one -> one.signal.equals(signal)).findFirst();
  }
}
