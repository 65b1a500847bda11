package dev.seaworthy.manifest;

import dev.seaworthy.diagnostic.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Recognises files that lie beside manifests and are none, to say so in one line. */
final class ForeignFormat {

  /** Groups that only programs read from files; no API server has their kinds. */
  private static final Set<String> CONFIGURATION_GROUPS = Set.of(
      "kubeadm.k8s.io",
      "kubelet.config.k8s.io",
      "kubeproxy.config.k8s.io",
      "kubescheduler.config.k8s.io",
      "kubecontrollermanager.config.k8s.io",
      "apiserver.config.k8s.io",
      "audit.k8s.io",
      "client.authentication.k8s.io",
      "kind.x-k8s.io",
      "skaffold");

  private static final Set<String> KUSTOMIZATIONS =
      Set.of("kustomization.yaml", "kustomization.yml", "kustomization");

  private static final List<String> TEMPLATE_WORDS =
      List.of(".Values", ".Release", ".Chart", "include ", "template ", "{{-", "{{ if", "{{ range");

  private ForeignFormat() {}

  /** What an object that names a kind is instead of an object for an API server. */
  static Optional<String> ofObject(String file, Node root) {
    String apiVersion = root.get("apiVersion").stringOr("");
    // Asked of every object: no pattern, so that it costs next to nothing.
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    if (group.equals("kustomize.config.k8s.io") || isKustomization(file)) {
      return Optional.of("a kustomization: check what kustomize builds from it");
    }
    if (CONFIGURATION_GROUPS.contains(group)) {
      return Optional.of("the configuration of a program (" + group + ")");
    }
    boolean kubeconfig = apiVersion.equals("v1")
        && root.get("kind").stringOr("").equals("Config")
        && root.get("contexts").isSequence();
    return kubeconfig ? Optional.of("a kubeconfig") : Optional.empty();
  }

  private static boolean isKustomization(String file) {
    return KUSTOMIZATIONS.contains(baseName(file));
  }

  /** Whether a mapping with an apiVersion and no kind is a Helm chart's description. */
  static boolean isChart(String file, Node root) {
    return baseName(file).startsWith("chart.y")
        && root.get("name").isPresent()
        && root.get("version").isPresent();
  }

  /** What a file without apiVersion and kind seems to be. */
  static String ofOther(String file, Node root) {
    String name = baseName(file);
    if (isChart(file, root)) {
      return "the description of a Helm chart";
    }
    if (name.startsWith("values") || (file.contains("/ci/") && name.endsWith("-values.yaml"))) {
      return "a Helm chart's values";
    }
    if (isKustomization(file)) {
      return "a kustomization: check what kustomize builds from it";
    }
    if (root.get("services").isMapping() || name.matches("(docker-)?compose.*\\.ya?ml")) {
      return "a docker-compose file";
    }
    if (root.get("jobs").isMapping()
        && (root.get("true").isPresent() || root.get("on").isPresent())) {
      return "a GitHub workflow";
    }
    if (name.equals(".gitlab-ci.yml")) {
      return "a GitLab pipeline";
    }
    if (root.get("openapi").isPresent() || root.get("swagger").isPresent()) {
      return "an OpenAPI document";
    }
    if (root.get("$schema").isPresent()) {
      return "a JSON document of another schema";
    }
    return root.isMapping() ? "a text without apiVersion and kind" : "a text without any object";
  }

  /** Whether a text that is no YAML would be one after a template engine has run. */
  static boolean isTemplate(SourceText text) {
    return text.contains("{{") && TEMPLATE_WORDS.stream().anyMatch(text::contains);
  }

  private static String baseName(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
        .toLowerCase(Locale.ROOT);
  }
}
