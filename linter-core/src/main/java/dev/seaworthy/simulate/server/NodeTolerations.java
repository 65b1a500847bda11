package dev.seaworthy.simulate.server;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.Optional;

/**
 * The admission plug-in DefaultTolerationSeconds: a new pod stays on a node that is not ready or
 * unreachable for a while, unless it says otherwise.
 */
public record NodeTolerations(Duration notReady, Duration unreachable) implements Admission {

  private static final String NOT_READY = "node.kubernetes.io/not-ready";
  private static final String UNREACHABLE = "node.kubernetes.io/unreachable";

  @Override
  public Answer judge(Resource object, Optional<Resource> previous, ClusterView view) {
    if (!object.groupKind().equals(Kinds.POD) || previous.isPresent()) {
      return Answer.ok(object);
    }
    return Answer.ok(tolerating(tolerating(object, NOT_READY, notReady), UNREACHABLE, unreachable));
  }

  private static Resource tolerating(Resource pod, String taint, Duration time) {
    Node tolerations = pod.at("spec", "tolerations");
    if (tolerations.items().stream().anyMatch(toleration -> covers(toleration, taint))) {
      return pod;
    }
    Mapping added = Mapping.of(
        "key", Scalar.of(taint),
        "operator", Scalar.of("Exists"),
        "effect", Scalar.of("NoExecute"),
        "tolerationSeconds", Scalar.of(time.toSeconds()));
    Sequence list = tolerations instanceof Sequence sequence ? sequence : Sequence.EMPTY;
    return pod.with("spec.tolerations", list.plus(added));
  }

  private static boolean covers(Node toleration, String taint) {
    String key = toleration.get("key").text();
    String effect = toleration.get("effect").text();
    return (key.equals(taint) || key.isEmpty()) && (effect.equals("NoExecute") || effect.isEmpty());
  }
}
