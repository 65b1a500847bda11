package dev.seaworthy.api.catalog;

import dev.seaworthy.api.GroupKind;
import java.util.Map;
import java.util.Optional;

/**
 * Where well-known projects publish the definitions of their kinds, as one file that {@code --crds}
 * takes; their newest release, or the branch of it where a release has no such file.
 */
final class PublishedDefinitions {

  private static final String RELEASES = "https://github.com/%s/releases/latest/download/%s";
  private static final String FILES = "https://raw.githubusercontent.com/%s";

  private static final String FLUX = release("fluxcd/flux2", "install.yaml");
  private static final String CERT_MANAGER =
      release("cert-manager/cert-manager", "cert-manager.crds.yaml");
  private static final String ARGO_CD =
      FILES.formatted("argoproj/argo-cd/stable/manifests/install.yaml");
  private static final String ISTIO =
      FILES.formatted("istio/istio/master/manifests/charts/base/files/crd-all.gen.yaml");

  private static final Map<String, String> OF_GROUPS = Map.ofEntries(
      Map.entry("acme.cert-manager.io", CERT_MANAGER),
      Map.entry("cert-manager.io", CERT_MANAGER),
      Map.entry(
          "external-secrets.io",
          FILES.formatted("external-secrets/external-secrets/main/deploy/crds/bundle.yaml")),
      Map.entry(
          "gateway.networking.k8s.io",
          release("kubernetes-sigs/gateway-api", "standard-install.yaml")),
      Map.entry("helm.toolkit.fluxcd.io", FLUX),
      Map.entry("image.toolkit.fluxcd.io", FLUX),
      Map.entry("kustomize.toolkit.fluxcd.io", FLUX),
      Map.entry("notification.toolkit.fluxcd.io", FLUX),
      Map.entry("source.toolkit.fluxcd.io", FLUX),
      Map.entry("kyverno.io", release("kyverno/kyverno", "install.yaml")),
      Map.entry(
          "metallb.io",
          FILES.formatted("metallb/metallb/main/config/manifests/metallb-native.yaml")),
      Map.entry(
          "monitoring.coreos.com",
          release("prometheus-operator/prometheus-operator", "bundle.yaml")),
      Map.entry("networking.istio.io", ISTIO),
      Map.entry("security.istio.io", ISTIO),
      Map.entry("telemetry.istio.io", ISTIO));

  /** Of groups that several projects share. */
  private static final Map<GroupKind, String> OF_KINDS = Map.of(
      GroupKind.of("argoproj.io", "Application"), ARGO_CD,
      GroupKind.of("argoproj.io", "ApplicationSet"), ARGO_CD,
      GroupKind.of("argoproj.io", "AppProject"), ARGO_CD,
      GroupKind.of("argoproj.io", "Rollout"), release("argoproj/argo-rollouts", "install.yaml"));

  private PublishedDefinitions() {}

  private static String release(String project, String file) {
    return RELEASES.formatted(project, file);
  }

  /** The URL of a file that defines {@code kind} among others. */
  static Optional<String> of(GroupKind kind) {
    return Optional.ofNullable(OF_KINDS.get(kind))
        .or(() -> Optional.ofNullable(OF_GROUPS.get(kind.group())));
  }
}
