package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.format.IntOrPercent;
import java.util.List;
import java.util.Optional;

/** Deployments behind a Service of which a rollout may take all pods away at once. */
final class WorkloadRolloutWithoutAvailability implements RelationCheck {

  private static final FieldPath UNAVAILABLE =
      FieldPath.of("spec", "strategy", "rollingUpdate", "maxUnavailable");
  private static final long ALL = 100;

  @Override
  public List<Finding> check(InputObject deployment, RelationContext context) {
    Node written = deployment.at(UNAVAILABLE);
    Optional<PodTemplate> template = deployment.template();
    if (written.isAbsent() || template.isEmpty()) {
      return List.of();
    }
    long replicas = context.graph().scaling().lowestReplicas(deployment);
    List<InputObject> services = context.graph().selecting().servicesOf(template.get());
    boolean fine = services.isEmpty() || replicas < 1 || resolved(written, replicas) < replicas;
    return fine ? List.of() : List.of(finding(deployment, replicas, services.get(0)));
  }

  /** Rounded down, as the controller does. */
  private static long resolved(Node written, long replicas) {
    IntOrPercent most = IntOrPercent.of(written);
    return most.percent() ? replicas * most.value() / ALL : most.value();
  }

  private static Finding finding(InputObject deployment, long replicas, InputObject service) {
    String pods = replicas == 1 ? "the only pod" : "all " + replicas + " pods";
    return Finding.at(deployment, UNAVAILABLE, pods + " may be gone at once during a rollout")
        .related(service, FieldPath.of("spec", "selector"), "sends requests to these pods");
  }
}
