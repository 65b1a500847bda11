package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ResourceNames;
import dev.seaworthy.api.selector.LabelSelector;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Pods that operators may make of custom objects that are applied with a selector. Their labels stand
 * nowhere, but tell as a rule of the object: by its name, its kind or the label of its app.
 *
 * @param names the names of such objects, and their kinds in lower case
 * @param apps the values of the labels by which they say what app they are of
 */
public record OperatedPods(Set<String> names, Set<String> apps) {

  private static final String OPERATOR = "-operator";

  private static final List<String> APP_LABELS =
      List.of("app", "k8s-app", "app.kubernetes.io/name");

  /** Groups whose objects steer traffic, secrets, policies or storage, and make no pods. */
  private static final Set<String> WITHOUT_PODS = Set.of(
      "acme.cert-manager.io",
      "autoscaling.k8s.io",
      "bitnami.com",
      "cert-manager.io",
      "cilium.io",
      "cloud.google.com",
      "configuration.konghq.com",
      "crd.projectcalico.org",
      "elbv2.k8s.aws",
      "external-secrets.io",
      "externaldns.k8s.io",
      "getambassador.io",
      "keda.sh",
      "kyverno.io",
      "metallb.io",
      "monitoring.googleapis.com",
      "networking.gke.io",
      "networking.istio.io",
      "policy.linkerd.io",
      "projectcalico.org",
      "route.openshift.io",
      "secrets-store.csi.x-k8s.io",
      "security.istio.io",
      "snapshot.storage.k8s.io",
      "telemetry.istio.io",
      "traefik.containo.us",
      "traefik.io");

  /** The same of single kinds, whose groups have others that do. */
  private static final Set<GroupKind> KINDS_WITHOUT_PODS = Set.of(
      GroupKind.of("monitoring.coreos.com", "AlertmanagerConfig"),
      GroupKind.of("monitoring.coreos.com", "PodMonitor"),
      GroupKind.of("monitoring.coreos.com", "Probe"),
      GroupKind.of("monitoring.coreos.com", "PrometheusRule"),
      GroupKind.of("monitoring.coreos.com", "ScrapeConfig"),
      GroupKind.of("monitoring.coreos.com", "ServiceMonitor"),
      GroupKind.of("gateway.networking.k8s.io", "GRPCRoute"),
      GroupKind.of("gateway.networking.k8s.io", "HTTPRoute"),
      GroupKind.of("gateway.networking.k8s.io", "ReferenceGrant"),
      GroupKind.of("gateway.networking.k8s.io", "TCPRoute"),
      GroupKind.of("gateway.networking.k8s.io", "TLSRoute"));

  /** Whether {@code selector} may be for pods that an operator makes of an object seen here. */
  public static boolean mayBeMeantBy(LabelSelector selector, ResourceGraph graph) {
    OperatedPods known = graph.derived(OperatedPods.class, OperatedPods::of);
    return selector.equalities().values().stream().anyMatch(known::tellOf);
  }

  private static OperatedPods of(ResourceGraph graph) {
    OperatedPods pods = new OperatedPods(new HashSet<>(), new HashSet<>());
    graph.kinds().stream()
        .filter(OperatedPods::mayMakePods)
        .flatMap(graph::ofKind)
        .filter(object -> object.template().isEmpty())
        .forEach(pods::add);
    graph.ofKind(KindScopes.DEFINITION).forEach(pods::addDefinition);
    return pods;
  }

  /** Whether an operator may make pods of objects of {@code kind}, which Kubernetes does not know. */
  public static boolean mayMakePods(GroupKind kind) {
    return kind.group().indexOf('.') > 0
        && !ResourceNames.builtIn().isGroup(kind.group())
        && !WITHOUT_PODS.contains(kind.group())
        && !KINDS_WITHOUT_PODS.contains(kind);
  }

  private void add(InputObject object) {
    names.add(object.name());
    names.add(object.kind().kind().toLowerCase(Locale.ROOT));
    Map<String, String> labels = object.resource().labels();
    APP_LABELS.stream().map(labels::get).filter(Objects::nonNull).forEach(apps::add);
  }

  /** Beside the definitions of {@code longhorn.io} stands the operator itself, which starts the rest. */
  private void addDefinition(InputObject definition) {
    String group = definition.resource().at("spec", "group").text();
    if (group.indexOf('.') > 0) {
      names.add(group.substring(0, group.indexOf('.')));
    }
  }

  /** {@code rook-ceph-mgr} tells of {@code rook-ceph}. */
  private boolean tellOf(String value) {
    if (names.contains(value) || apps.contains(value)) {
      return true;
    }
    // The operator itself is applied, not made.
    if (value.endsWith(OPERATOR)) {
      return false;
    }
    for (int hyphen = value.indexOf('-'); hyphen > 0; hyphen = value.indexOf('-', hyphen + 1)) {
      if (names.contains(value.substring(0, hyphen))) {
        return true;
      }
    }
    return false;
  }
}
