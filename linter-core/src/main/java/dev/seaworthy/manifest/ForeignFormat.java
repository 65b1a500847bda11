package dev.seaworthy.manifest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Recognises what lies beside manifests and is none, to say so in one line. */
final class ForeignFormat {

  /** Groups that only programs read from files; no API server has their kinds. */
  private static final Set<String> CONFIGURATION_GROUPS = Set.of(
      "kubeadm.k8s.io",
      "kubelet.config.k8s.io",
      "kubeproxy.config.k8s.io",
      "kubescheduler.config.k8s.io",
      "kubecontrollermanager.config.k8s.io",
      "apiserver.config.k8s.io",
      "apiserver.k8s.io",
      "pod-security.admission.config.k8s.io",
      "eventratelimit.admission.k8s.io",
      "audit.k8s.io",
      "client.authentication.k8s.io",
      "kind.x-k8s.io",
      "ctlptl.dev",
      "k3d.io",
      "eksctl.io",
      "k0sctl.k0sproject.io",
      "backstage.io",
      "skaffold");

  /** Groups that kustomize and its relatives read, with files of the group {@code builtin}. */
  private static final Set<String> KUSTOMIZE_GROUPS =
      Set.of("kustomize.config.k8s.io", "config.kubernetes.io", "kpt.dev");

  private static final Set<String> OWN_GROUPS =
      Set.of("apps", "batch", "autoscaling", "policy", "extensions");

  /** Kinds of configurations that name no version. */
  private static final Set<String> NAMELESS_KINDS = Set.of("CustomResourceStateMetrics", "Addons");

  private static final Set<String> KUSTOMIZATIONS =
      Set.of("kustomization.yaml", "kustomization.yml", "kustomization");

  private static final Foreign KUSTOMIZATION = new Foreign(
      ProblemCode.KUSTOMIZATION,
      "the file is a kustomization: check what kustomize builds from it");

  private ForeignFormat() {}

  /** What something is instead of an object, and the sentence that says so. */
  record Foreign(ProblemCode code, String message) {

    static final Foreign PATCH = new Foreign(
        ProblemCode.PATCH, "the object is a patch that says how to merge it, no whole object");

    static final Foreign ENCRYPTED = new Foreign(
        ProblemCode.ENCRYPTED, "the file is encrypted by git-crypt: unlock it to have it judged");

    static Foreign tool(String what) {
      return new Foreign(
          ProblemCode.NOT_KUBERNETES, "the file is no Kubernetes manifest but " + what);
    }

    static Foreign chart(String what) {
      return new Foreign(ProblemCode.HELM_CHART, "the file is " + what);
    }
  }

  /** What the files beside a file make of it; empty if it may hold objects. */
  static Optional<Foreign> ofRole(FileRole role) {
    return switch (role) {
      case PATCH ->
        Optional.of(new Foreign(
            ProblemCode.PATCH, "the file is a patch that a kustomization lists, no whole object"));
      case UNUSED_PATCH ->
        Optional.of(new Foreign(
            ProblemCode.PATCH,
            "the file's name says that it is a patch, and no kustomization lists it"));
      case KUSTOMIZE_INPUT ->
        Optional.of(new Foreign(
            ProblemCode.KUSTOMIZATION, "the file is what a kustomization builds with, no object"));
      case GENERATOR_INPUT ->
        Optional.of(new Foreign(
            ProblemCode.GENERATOR_INPUT,
            "a kustomization puts the file into a ConfigMap or Secret as it is"));
      case TEST_EXPECTATION ->
        Optional.of(Foreign.tool("what a test expects to find in its cluster"));
      case MANIFEST, CHART_TEMPLATE, CHART_FILE, ROLE_TEMPLATE -> Optional.empty();
    };
  }

  /** What an object that names a kind is instead of an object for an API server. */
  static Optional<Foreign> ofObject(String file, Node root) {
    String apiVersion = root.get("apiVersion").stringOr("");
    // Asked of every object: no pattern, so that it costs next to nothing.
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    if (KUSTOMIZE_GROUPS.contains(group) || isKustomization(file)) {
      return Optional.of(KUSTOMIZATION);
    }
    if (apiVersion.equals("builtin") || isFunction(root)) {
      return ofRole(FileRole.KUSTOMIZE_INPUT);
    }
    if (CONFIGURATION_GROUPS.contains(group) || isOfNoServer(apiVersion, group, root)) {
      return Optional.of(Foreign.tool(
          "the configuration of a program (" + (group.isEmpty() ? apiVersion : group) + ")"));
    }
    boolean kubeconfig = apiVersion.equals("v1")
        && root.get("kind").stringOr("").equals("Config")
        && root.get("contexts").isSequence();
    return kubeconfig ? Optional.of(Foreign.tool("a kubeconfig")) : Optional.empty();
  }

  /**
   * Groups without a dot are Kubernetes' own few, and what has neither metadata nor a spec would be a
   * poor object of a misspelt one: other programs number their files in the same way.
   */
  private static boolean isOfNoServer(String apiVersion, String group, Node root) {
    boolean isOwn = group.isEmpty() ? !isUnstable(apiVersion) : OWN_GROUPS.contains(group);
    return !isOwn
        && group.indexOf('.') < 0
        && root.get("metadata").isAbsent()
        && root.get("spec").isAbsent();
  }

  /** Of the group without a name Kubernetes has no version but the first. */
  private static boolean isUnstable(String version) {
    return version.startsWith("v") && (version.contains("alpha") || version.contains("beta"));
  }

  /** The configuration of a function, which kustomize runs and drops. */
  private static boolean isFunction(Node root) {
    Node annotations = root.at("metadata", "annotations");
    return annotations.isMapping()
        && annotations.get("config.kubernetes.io/function").isPresent();
  }

  private static boolean isKustomization(String file) {
    return KUSTOMIZATIONS.contains(baseName(file));
  }

  /** What a mapping with half of a kind's name is, where that is known to be no slip. */
  static Optional<Foreign> ofHalfNamed(String file, FileRole role, Node root) {
    String name = baseName(file);
    if (isKustomization(file)) {
      return Optional.of(KUSTOMIZATION);
    }
    if (isChart(name, root)) {
      return Optional.of(Foreign.chart("the description of a Helm chart"));
    }
    if (root.get("kind").isAbsent() && root.get("entries").isMapping()) {
      return Optional.of(Foreign.chart("the index of a Helm repository"));
    }
    boolean inChart = role == FileRole.CHART_FILE || role == FileRole.CHART_TEMPLATE;
    if (isValues(name) && (inChart || root.get("metadata").isAbsent())) {
      return Optional.of(Foreign.chart("a Helm chart's values"));
    }
    if (root.get("apiVersion").isAbsent()
        && (isNoKind(root.get("kind")) || isKeyOfItsOwn(root.get("kind"), root))) {
      return Optional.of(Foreign.tool("a file of another program"));
    }
    Node version = root.get("apiVersion");
    boolean numbered = version.isPresent() && !version.isString();
    return numbered && root.get("kind").isAbsent()
        ? Optional.of(Foreign.tool("the configuration of a program"))
        : Optional.empty();
  }

  /** No kind of Kubernetes has a mark in its name, and some programs' files say no more than a kind. */
  private static boolean isNoKind(Node kind) {
    String name = kind.stringOr("");
    return NAMELESS_KINDS.contains(name) || name.indexOf('#') >= 0 || name.indexOf('/') >= 0;
  }

  /** A table with a column {@code kind} does not mean Kubernetes' kind, which nobody leaves at a list. */
  private static boolean isKeyOfItsOwn(Node kind, Node root) {
    boolean isOther = kind.isMapping()
        || kind.isSequence()
        || kind instanceof Scalar scalar && !scalar.isString() && scalar.kind() != Scalar.Kind.NULL;
    return isOther && root.get("metadata").isAbsent() && root.get("spec").isAbsent();
  }

  private static boolean isValues(String name) {
    return name.startsWith("values") || name.endsWith("values.yaml") || name.endsWith("values.yml");
  }

  private static boolean isChart(String name, Node root) {
    return name.startsWith("chart.y")
        && root.get("name").isPresent()
        && root.get("version").isPresent();
  }

  /** What a file without apiVersion and kind seems to be. */
  static Foreign ofNameless(String file, FileRole role, Node root) {
    String name = baseName(file);
    if (isChart(name, root)) {
      return Foreign.chart("the description of a Helm chart");
    }
    if (isValues(name)) {
      return Foreign.chart("a Helm chart's values");
    }
    if (role == FileRole.CHART_FILE || role == FileRole.CHART_TEMPLATE) {
      return Foreign.chart("a file of a Helm chart without any object");
    }
    if (isKustomization(file)) {
      return KUSTOMIZATION;
    }
    if (isJsonPatch(root)) {
      return new Foreign(ProblemCode.PATCH, "the file is a JSON patch, no whole object");
    }
    return Foreign.tool(toolOf(name, root));
  }

  private static boolean isJsonPatch(Node root) {
    List<Node> items = root.items();
    return !items.isEmpty()
        && items.stream()
            .allMatch(item -> item.get("op").isString() && item.get("path").isString());
  }

  private static String toolOf(String name, Node root) {
    if (root.get("services").isMapping() || isCompose(name)) {
      return "a docker-compose file";
    }
    if (root.get("jobs").isMapping()
        && (root.get("true").isPresent() || root.get("on").isPresent())) {
      return "a GitHub workflow";
    }
    if (name.equals(".gitlab-ci.yml")) {
      return "a GitLab pipeline";
    }
    if (name.equals("action.yml") && root.get("runs").isMapping()) {
      return "a GitHub action";
    }
    if (root.get("steps").isSequence() && root.get("cluster").isMapping()) {
      return "a scenario of a dry-run";
    }
    if (root.get("openapi").isPresent() || root.get("swagger").isPresent()) {
      return "an OpenAPI document";
    }
    if (root.get("$schema").isPresent()) {
      return "a JSON document of another schema";
    }
    return root.isMapping() ? "a text without apiVersion and kind" : "a text without any object";
  }

  private static boolean isCompose(String name) {
    return (name.startsWith("compose") || name.startsWith("docker-compose"))
        && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }

  private static String baseName(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
        .toLowerCase(Locale.ROOT);
  }
}
