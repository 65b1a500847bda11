package dev.seaworthy.simulate.outcome;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Pod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong with a pod that has a node, without its name, so that pods with the same trouble count
 * together.
 *
 * @param container the name of the container that it is about; empty if it is about the pod
 * @param reason the API's word
 * @param detail what there is to add, such as the kubelet's message
 */
record Trouble(String code, String container, boolean isInit, String reason, String detail) {

  /** What a kubelet says of a container that is to run as root and not to run as root. */
  static final String AS_ROOT = "container's runAsUser breaks non-root policy";

  /** Its node no longer tells how it is. */
  static final String NODE_NOT_READY = "NodeNotReady";

  private static final List<String> STATUSES =
      List.of("initContainerStatuses", "containerStatuses");

  /**
   * @param unmounted why its volumes could not be mounted; empty if they could
   */
  static Trouble of(Pod pod, String unmounted) {
    if (pod.phase().equals("Failed")) {
      return failed(pod);
    }
    return ofWaitingContainer(pod)
        .or(() -> ofMounting(pod, unmounted))
        .or(() -> ofRunningInit(pod))
        .orElseGet(() -> notReady(pod));
  }

  private static Trouble ofPod(String code, String reason, String detail) {
    return new Trouble(code, "", false, reason, detail);
  }

  private static Trouble failed(Pod pod) {
    Node status = pod.resource().at("status");
    String reason = status.get("reason").text();
    for (String list : STATUSES) {
      for (Node container : status.get(list).items()) {
        long code = container.at("state", "terminated", "exitCode").longOr(0);
        if (code != 0 && reason.isEmpty()) {
          return new Trouble(
              OutcomeCodes.FAILED,
              container.get("name").text(),
              list.startsWith("init"),
              reason,
              "ended with exit code " + code);
        }
      }
    }
    return ofPod(OutcomeCodes.FAILED, reason, status.get("message").text());
  }

  private static Optional<Trouble> ofWaitingContainer(Pod pod) {
    for (String list : STATUSES) {
      for (Node status : pod.resource().at("status", list).items()) {
        Node waiting = status.at("state", "waiting");
        String reason = waiting.get("reason").text();
        String code = codeOf(reason);
        if (!code.isEmpty()) {
          return Optional.of(new Trouble(
              code,
              status.get("name").text(),
              list.startsWith("init"),
              reason,
              code.equals(OutcomeCodes.CRASHING) ? lastWords(status) : detail(status, waiting)));
        }
      }
    }
    return Optional.empty();
  }

  private static String codeOf(String reason) {
    return switch (reason) {
      case "ImagePullBackOff", "ErrImagePull", "InvalidImageName" -> OutcomeCodes.IMAGE;
      case "CrashLoopBackOff" -> OutcomeCodes.CRASHING;
      case "CreateContainerConfigError" -> OutcomeCodes.CONFIG;
      default -> "";
    };
  }

  private static String detail(Node status, Node waiting) {
    String message = waiting.get("message").text();
    if (message.startsWith(AS_ROOT)) {
      // The rest of it names the pod.
      return AS_ROOT;
    }
    return waiting.get("reason").text().startsWith("Create")
        ? message
        : status.get("image").text();
  }

  /** How the container ended the last time; empty if nobody noted it. */
  private static String lastWords(Node status) {
    Node ended = status.at("lastState", "terminated");
    String message = ended.get("message").text();
    return ended.isAbsent()
        ? ""
        : message.isEmpty() ? "exit code " + ended.get("exitCode").longOr(0) : message;
  }

  private static Optional<Trouble> ofMounting(Pod pod, String unmounted) {
    boolean waits = pod.resource().at("status", "podIP").isAbsent();
    String reason = unmounted.startsWith("Multi-Attach") ? "FailedAttachVolume" : "FailedMount";
    return waits && !unmounted.isEmpty()
        ? Optional.of(ofPod(OutcomeCodes.CONFIG, reason, unmounted))
        : Optional.empty();
  }

  private static Optional<Trouble> ofRunningInit(Pod pod) {
    for (Node status : pod.resource().at("status", "initContainerStatuses").items()) {
      if (status.at("state", "running").isPresent() && !status.get("started").isTrue()
          || status.at("state", "running").isPresent() && isFirstToEnd(pod, status)) {
        return Optional.of(new Trouble(
            OutcomeCodes.NOT_READY, status.get("name").text(), true, "PodInitializing", ""));
      }
    }
    return Optional.empty();
  }

  /** Whether the containers proper still wait for it. */
  private static boolean isFirstToEnd(Pod pod, Node init) {
    return !init.get("ready").isTrue()
        && pod.containerStatuses().stream()
            .anyMatch(
                status -> status.at("state", "waiting", "reason").text().equals("PodInitializing"));
  }

  private static Trouble notReady(Pod pod) {
    return pod.containerStatuses().stream()
        .filter(status -> !status.get("ready").isTrue())
        .findFirst()
        .map(status -> new Trouble(
            OutcomeCodes.NOT_READY,
            status.get("name").text(),
            false,
            "ContainersNotReady",
            lastWords(status)))
        .orElseGet(() -> ofWholePod(pod));
  }

  /** Its containers are ready: it waits for a gate, or nobody hears of its node. */
  private static Trouble ofWholePod(Pod pod) {
    if (pod.containerStatuses().isEmpty()) {
      return ofPod(
          OutcomeCodes.NOT_READY,
          NODE_NOT_READY,
          pod.nodeName().orElse("") + " has not started it yet");
    }
    boolean hasGates = pod.resource().at("spec", "readinessGates").size() > 0;
    return hasGates
        ? ofPod(OutcomeCodes.NOT_READY, "ReadinessGatesNotReady", "")
        : ofPod(OutcomeCodes.NOT_READY, NODE_NOT_READY, pod.nodeName().orElse("") + " is silent");
  }

  /** In one phrase. */
  String words() {
    String who = container.isEmpty() ? "" : (isInit ? "init container " : "container ") + container;
    return Stream.of(who, reason, detail)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(": "));
  }
}
