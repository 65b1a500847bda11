package dev.seaworthy.simulate.outcome;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pods that have a node and still do not come up: image, values, crash, failure, or never ready.
 *
 * @param graph of the input, to tell what was meant by a name
 */
record TroubledPods(ResourceGraph graph) implements ProblemFinder {

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scene.Pods pods : scene.pods()) {
      if (UnknownNodes.node(pods.origin(), scene).isPresent()) {
        continue;
      }
      Map<Trouble, Integer> counts = new LinkedHashMap<>();
      for (Pod pod : pods.all()) {
        if (pod.nodeName().isPresent() && !pod.isReady() && !pod.phase().equals("Succeeded")) {
          Trouble trouble = Trouble.of(pod, scene.whyUnmounted(pod));
          HeldUpdate.of(pods, pod, trouble, scene.view())
              .ifPresentOrElse(found::add, () -> counts.merge(trouble, 1, Integer::sum));
        }
      }
      counts.forEach(
          (trouble, count) -> found.add(new Teller(pods, trouble, count, graph, scene).tell()));
    }
    return found;
  }

  /** Puts a trouble into words. */
  private record Teller(
      Scene.Pods pods, Trouble trouble, int count, ResourceGraph graph, Scene scene) {

    Diagnostic tell() {
      return switch (trouble.code()) {
        case OutcomeCodes.IMAGE -> image();
        case OutcomeCodes.CONFIG -> config();
        case OutcomeCodes.CRASHING ->
          error(named() + " ends again and again" + inBrackets(), crashing())
              .withRemedy("its log says why: kubectl logs --previous");
        case OutcomeCodes.FAILED -> failed();
        default -> notReady();
      };
    }

    private Diagnostic error(String what, FieldPath field) {
      String message = pods.lead(count) + what;
      return pods.origin().tell(trouble.code(), Severity.ERROR, message, field, trouble.reason());
    }

    private String named() {
      return (trouble.isInit() ? "init container " : "container ") + trouble.container();
    }

    private String inBrackets() {
      return trouble.detail().isEmpty() ? "" : " (" + trouble.detail() + ")";
    }

    private FieldPath container(String field) {
      FieldPath container = container();
      FieldPath child = container.child(field);
      return pods.origin().at(child).isPresent() ? child : container;
    }

    private FieldPath container() {
      return pods.origin().container(trouble.container());
    }

    /** Ports that two containers want, or the probe that gave up, say more than the container. */
    private FieldPath crashing() {
      if (trouble.detail().startsWith("address already in use")) {
        return container("ports");
      }
      return trouble.detail().startsWith("Liveness")
          ? container("livenessProbe")
          : trouble.detail().startsWith("Startup") ? container("startupProbe") : container();
    }

    private Diagnostic image() {
      return trouble.reason().equals("InvalidImageName")
          ? error("'%s' is no name of an image".formatted(trouble.detail()), container("image"))
              .withRemedy(
                  "write it as registry/path:tag or registry/path@digest; all but the tag is lower"
                      + " case, without blanks")
          : error("the image %s can't be pulled".formatted(trouble.detail()), container("image"))
              .withRemedy("name an image that is there, and a pull secret if it needs one");
    }

    private Diagnostic config() {
      if (trouble.detail().equals(Trouble.AS_ROOT)) {
        return error(
                named() + " can't be made: runAsNonRoot forbids the root user, and runAsUser is 0",
                user())
            .withRemedy("let runAsUser be another than 0, or runAsNonRoot be false");
      }
      if (trouble.detail().startsWith("Multi-Attach")) {
        return attached();
      }
      MissingObject missing =
          MissingObject.in(trouble.detail(), pods.workload().namespace(), pods.origin());
      String what = trouble.container().isEmpty()
          ? "its volumes can't be mounted: " + trouble.detail()
          : named() + " can't be made: " + trouble.detail();
      return error(what, missing.place()).withRemedy(missing.remedy(graph));
    }

    /** To wait for the old pod is of no use where that one stands on a node that is silent. */
    private Diagnostic attached() {
      Optional<String> silent = scene.view().list(Kinds.POD, pods.workload().namespace()).stream()
          .filter(other -> trouble.detail().endsWith(" " + other.name()))
          .findFirst()
          .flatMap(other -> SilentNodes.under(new Pod(other), scene));
      String holder =
          silent.map(node -> ", and " + node + ", where that is, is silent").orElse("");
      return error(
              "a volume can't be attached: " + trouble.detail() + holder,
              pods.origin().podSpec().child("volumes"))
          .withRemedy(silent
              .map(SilentNodes::remedy)
              .orElse("let the claim be ReadWriteMany, or have one pod at a time: Recreate"));
    }

    /** Who says that the container runs as root. */
    private FieldPath user() {
      FieldPath own = container().child("securityContext").child("runAsUser");
      return pods.origin().at(own).isPresent()
          ? own
          : pods.origin().podSpec().child("securityContext").child("runAsUser");
    }

    private Diagnostic failed() {
      if (!trouble.container().isEmpty()) {
        return error(named() + " " + trouble.detail(), container());
      }
      FieldPath deadline = pods.origin().podSpec().child("activeDeadlineSeconds");
      boolean isLate = trouble.reason().equals("DeadlineExceeded")
          && pods.origin().at(deadline).isPresent();
      String why = trouble.detail().isEmpty() ? trouble.reason() : trouble.detail();
      return error(
          "failed" + (why.isEmpty() ? "" : ": " + why),
          isLate ? deadline : pods.origin().podSpec());
    }

    /** A DaemonSet has no other place for the pod of a node that is silent. */
    private Diagnostic onSilentNode() {
      Diagnostic told = error(trouble.detail(), pods.origin().podSpec());
      return pods.workload().kind().equals(Kinds.DAEMON_SET)
          ? told.withSeverity(Severity.INFO)
          : told;
    }

    private Diagnostic notReady() {
      if (trouble.reason().equals(Trouble.NODE_NOT_READY)) {
        return onSilentNode();
      }
      if (trouble.container().isEmpty()) {
        // Whoever opens it is no part of this cluster, so that this may well be no error.
        return error(
                "a readiness gate is not open", pods.origin().podSpec().child("readinessGates"))
            .withSeverity(Severity.WARNING)
            .withRemedy("the controller that the gate is for must set the pod's condition");
      }
      Optional<FieldPath> port = PortlessProbe.of(container(), pods.origin());
      if (port.isPresent()) {
        return error(
                "%s runs, and its %s asks at port %s, of which it has none"
                    .formatted(
                        named(),
                        PortlessProbe.probe(port.get()),
                        pods.origin().at(port.get()).text()),
                port.get())
            .withRemedy(
                "give one of the container's ports that name, or let the probe name one of them");
      }
      return trouble.isInit()
          ? error(named() + " runs and does not end, so that nothing else starts", container())
          : error(named() + " runs but does not become ready", container("readinessProbe"));
    }
  }
}
