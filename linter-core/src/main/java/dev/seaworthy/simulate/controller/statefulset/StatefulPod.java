package dev.seaworthy.simulate.controller.statefulset;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.controller.PodControl;
import dev.seaworthy.simulate.controller.history.ControllerRevision;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.StatefulSet;
import java.util.ArrayList;
import java.util.List;

/** The pods of a set, each with a name, a host name and claims of its own. */
final class StatefulPod {

  private static final String NAME_LABEL = "statefulset.kubernetes.io/pod-name";
  private static final String INDEX_LABEL = "apps.kubernetes.io/pod-index";

  private StatefulPod() {}

  static String name(StatefulSet set, int ordinal) {
    return set.name() + "-" + ordinal;
  }

  /** The pod of {@code ordinal}, as it is to be made. */
  static Resource of(StatefulSet set, int ordinal, Revisions revisions) {
    ControllerRevision revision = revisions.forNew(ordinal, set);
    String name = name(set, ordinal);
    Resource pod = PodControl.pod(set.resource(), revisions.template(revision, set))
        .withAt(Scalar.of(name), "metadata", "name")
        .withAt(Scalar.of(Integer.toString(ordinal)), "metadata", "labels", INDEX_LABEL)
        .withAt(Scalar.of(revision.name()), "metadata", "labels", ControllerRevision.HASH)
        .withAt(Scalar.of(name), "spec", "hostname");
    pod = named(pod);
    if (!set.serviceName().isEmpty()) {
      pod = pod.withAt(Scalar.of(set.serviceName()), "spec", "subdomain");
    }
    return withVolumes(pod, new Claims(set, name).volumes());
  }

  /** The claims take the place of volumes of the same name. */
  private static Resource withVolumes(Resource pod, List<Node> claimed) {
    if (claimed.isEmpty()) {
      return pod;
    }
    List<Node> volumes = new ArrayList<>(claimed);
    List<String> taken =
        claimed.stream().map(volume -> volume.get("name").text()).toList();
    for (Node volume : pod.at("spec", "volumes").items()) {
      if (!taken.contains(volume.get("name").text())) {
        volumes.add(volume);
      }
    }
    return pod.with("spec.volumes", Sequence.of(volumes));
  }

  /** Whether the pod carries its name as a label. */
  static boolean isNamed(Pod pod) {
    return pod.name().equals(pod.labels().get(NAME_LABEL));
  }

  /** {@code pod} with its name as a label, by which a Service can select it alone. */
  static Resource named(Resource pod) {
    return pod.withAt(Scalar.of(pod.name()), "metadata", "labels", NAME_LABEL);
  }
}
