package dev.seaworthy.simulate.outcome;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Pod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pods that have a node and still do not come up: image, crash, failure, or never ready. */
final class TroubledPods implements ProblemFinder {

  /** What is wrong with a pod, without its name, so that pods with the same trouble count together. */
  private record Trouble(String code, String container, String reason, String detail) {}

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scene.Pods pods : scene.pods()) {
      Map<Trouble, Integer> counts = new LinkedHashMap<>();
      for (Pod pod : pods.all()) {
        if (pod.nodeName().isPresent() && !pod.isReady() && !pod.phase().equals("Succeeded")) {
          counts.merge(troubleOf(pod), 1, Integer::sum);
        }
      }
      counts.forEach((trouble, count) -> found.add(tell(pods, trouble, count)));
    }
    return found;
  }

  private static Trouble troubleOf(Pod pod) {
    if (pod.phase().equals("Failed")) {
      return new Trouble(
          OutcomeCodes.FAILED, "", pod.resource().at("status", "reason").text(), exits(pod));
    }
    for (Node status : pod.containerStatuses()) {
      String name = status.get("name").text();
      String reason = status.at("state", "waiting", "reason").text();
      if (reason.startsWith("Image") || reason.startsWith("ErrImage")) {
        return new Trouble(OutcomeCodes.IMAGE, name, reason, status.get("image").text());
      }
      if (reason.equals("CrashLoopBackOff")) {
        return new Trouble(OutcomeCodes.CRASHING, name, reason, "");
      }
    }
    return notReady(pod);
  }

  private static String exits(Pod pod) {
    return pod.containerStatuses().stream()
        .filter(status -> status.at("state", "terminated", "exitCode").longOr(0) != 0)
        .findFirst()
        .map(status -> "container %s ended with exit code %d"
            .formatted(
                status.get("name").text(),
                status.at("state", "terminated", "exitCode").longOr(0)))
        .orElse("");
  }

  private static Trouble notReady(Pod pod) {
    return pod.containerStatuses().stream()
        .filter(status -> !status.get("ready").isTrue())
        .findFirst()
        .map(status -> new Trouble(
            OutcomeCodes.NOT_READY, status.get("name").text(), "ContainersNotReady", ""))
        .orElse(new Trouble(OutcomeCodes.NOT_READY, "", "ReadinessGatesNotReady", ""));
  }

  private static Diagnostic tell(Scene.Pods pods, Trouble trouble, int count) {
    Origin origin = pods.origin();
    String who = pods.share(count);
    FieldPath container = origin.container(trouble.container());
    return switch (trouble.code()) {
      case OutcomeCodes.IMAGE ->
        error(
                origin,
                trouble,
                "%s: the image %s can't be pulled".formatted(who, trouble.detail()),
                container.child("image"))
            .withRemedy("name an image that is there, and a pull secret if it needs one");
      case OutcomeCodes.CRASHING ->
        error(
                origin,
                trouble,
                "%s: container %s ends again and again".formatted(who, trouble.container()),
                container)
            .withRemedy("its log says why: kubectl logs --previous");
      case OutcomeCodes.FAILED -> error(origin, trouble, failed(who, trouble), origin.podSpec());
      default -> notReady(origin, trouble, who, container);
    };
  }

  private static String failed(String who, Trouble trouble) {
    String why = trouble.detail().isEmpty() ? trouble.reason() : trouble.detail();
    return who + " failed" + (why.isEmpty() ? "" : ": " + why);
  }

  private static Diagnostic notReady(
      Origin origin, Trouble trouble, String who, FieldPath container) {
    if (trouble.container().isEmpty()) {
      // Whoever opens it is no part of this cluster, so that this may well be no error.
      return error(
              origin,
              trouble,
              who + ": a readiness gate is not open",
              origin.podSpec().child("readinessGates"))
          .withSeverity(Severity.WARNING)
          .withRemedy("the controller that the gate is for must set the pod's condition");
    }
    return error(
        origin,
        trouble,
        "%s: container %s runs but does not become ready".formatted(who, trouble.container()),
        container.child("readinessProbe"));
  }

  private static Diagnostic error(Origin origin, Trouble trouble, String message, FieldPath field) {
    return origin.tell(trouble.code(), Severity.ERROR, message, field, trouble.reason());
  }
}
