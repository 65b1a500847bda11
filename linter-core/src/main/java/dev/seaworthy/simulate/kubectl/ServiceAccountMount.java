package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the server adds to a pod so that it can speak with the server: its ServiceAccount, and where the
 * token is mounted. Only who looks at a pod sees it, so it is added where a pod is shown.
 */
final class ServiceAccountMount {

  private static final String DEFAULT = "default";
  private static final String AUTOMOUNT = "automountServiceAccountToken";
  private static final String PATH = "/var/run/secrets/kubernetes.io/serviceaccount";

  /** An hour, and a little so that it can be told from other tokens. */
  private static final int SECONDS = 3607;

  private static final Mapping SOURCES = Mapping.of(
      "sources",
      Sequence.of(List.of(
          Mapping.of("serviceAccountToken", Mapping.of("expirationSeconds", Scalar.of(SECONDS))),
          Mapping.of("configMap", Mapping.of("name", Scalar.of("kube-root-ca.crt"))),
          Mapping.of("downwardAPI", Mapping.EMPTY))));

  private ServiceAccountMount() {}

  /** {@code pod} as the plug-in ServiceAccount would have completed it. */
  static Resource in(Resource pod, ClusterView view) {
    String account = pod.at("spec", "serviceAccountName").stringOr(DEFAULT);
    Resource named = pod.with("spec.serviceAccountName", Scalar.of(account));
    return isMounted(pod, account, view) ? mounted(named) : named;
  }

  private static boolean isMounted(Resource pod, String account, ClusterView view) {
    Node said = pod.at("spec", AUTOMOUNT);
    return said.isPresent()
        ? said.isTrue()
        : view.get(Kinds.SERVICE_ACCOUNT, pod.namespace(), account)
            .map(found -> found.at(AUTOMOUNT).booleanOr(true))
            .orElse(true);
  }

  private static Resource mounted(Resource pod) {
    SplittableRandom letters = new SplittableRandom(Meta.uid(pod).hashCode());
    Scalar name = Scalar.of("kube-api-access-" + Seed.nameSuffix(letters));
    Mapping volume = Mapping.of("name", name, "projected", SOURCES);
    Mapping mount =
        Mapping.of("name", name, "readOnly", Scalar.of(true), "mountPath", Scalar.of(PATH));
    Resource mounted = pod.withAt(and(pod.at("spec", "volumes"), volume), "spec", "volumes");
    for (String list : List.of("initContainers", "containers")) {
      List<Node> containers = pod.at("spec", list).items();
      if (!containers.isEmpty()) {
        mounted = mounted.withAt(
            Sequence.of(containers.stream().map(one -> mounting(one, mount)).toList()),
            "spec",
            list);
      }
    }
    return mounted;
  }

  /** A container that has something at that place keeps it. */
  private static Node mounting(Node container, Mapping mount) {
    Node mounts = container.get("volumeMounts");
    boolean isTaken =
        mounts.items().stream().anyMatch(one -> one.get("mountPath").text().equals(PATH));
    return !isTaken && container instanceof Mapping given
        ? given.with("volumeMounts", and(mounts, mount))
        : container;
  }

  private static Sequence and(Node list, Node last) {
    List<Node> all = new ArrayList<>(list.items());
    all.add(last);
    return Sequence.of(all);
  }
}
