package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names of objects that an operator, or a release of a chart, may make: they begin as a rule with the
 * name of what they are made of, as the Services {@code shop} and {@code shop-http} of the release
 * {@code shop}. No manifest has them.
 *
 * @param byNamespace the beginnings, by the namespace where such objects come into being; the empty
 *     one where nobody knows
 * @param ofReleases those of releases alone, whose charts hold objects outside namespaces, too
 */
record MadeNames(Map<String, Set<String>> byNamespace, Set<String> ofReleases) {

  private static final GroupKind HELM_RELEASE =
      GroupKind.of("helm.toolkit.fluxcd.io", "HelmRelease");
  private static final GroupKind HELM_CHART = GroupKind.of("helm.cattle.io", "HelmChart");
  private static final GroupKind APPLICATION = GroupKind.of("argoproj.io", "Application");
  private static final GroupKind APPLICATION_SET = GroupKind.of("argoproj.io", "ApplicationSet");

  /** Objects of these bring others as these are written, or lead to them, and make none. */
  private static final Set<String> BRINGING = Set.of(
      "argoproj.io",
      "fleet.cattle.io",
      "gateway.networking.k8s.io",
      "image.toolkit.fluxcd.io",
      "kustomize.toolkit.fluxcd.io",
      "notification.toolkit.fluxcd.io",
      "source.toolkit.fluxcd.io");

  /** Values by which charts call what they make otherwise than the release. */
  private static final Set<String> OVERRIDES = Set.of("fullnameOverride", "nameOverride");

  /** Those of the objects of {@code units}. */
  static MadeNames of(List<UnitIndex> units, ResourceGraph graph) {
    MadeNames names = new MadeNames(new HashMap<>(), new HashSet<>());
    for (UnitIndex unit : units) {
      unit.kinds().stream()
          .filter(OperatedPods::mayMakePods)
          .flatMap(kind -> unit.ofKind(kind).stream())
          .forEach(object -> names.add(object, graph));
    }
    return names;
  }

  private void add(InputObject object, ResourceGraph graph) {
    Node spec = object.resource().at("spec");
    if (object.kind().equals(HELM_RELEASE)) {
      String target = spec.get("targetNamespace").text();
      add(object, target.isEmpty() ? graph.namespaceOf(object) : target, ofHelmRelease(spec));
    } else if (object.kind().equals(HELM_CHART)) {
      add(
          object,
          spec.get("targetNamespace").text(),
          List.of(lastPart(spec.get("chart").text())));
    } else if (object.kind().equals(APPLICATION)) {
      addApplication(object, spec);
    } else if (object.kind().equals(APPLICATION_SET)) {
      addApplication(object, spec.at("template", "spec"));
    } else if (!BRINGING.contains(object.kind().group()) && object.template().isEmpty()) {
      in(graph.namespaceOf(object)).add(object.name());
    }
  }

  private void addApplication(InputObject object, Node spec) {
    List<String> names = ofSources(spec);
    if (!names.isEmpty()) {
      String namespace = spec.at("destination", "namespace").text();
      add(object, namespace.contains("{{") ? "" : namespace, names);
    }
  }

  private void add(InputObject release, String namespace, List<String> names) {
    Set<String> there = in(namespace);
    there.add(release.name());
    ofReleases.add(release.name());
    for (String name : names) {
      if (!name.isEmpty()) {
        there.add(name);
        ofReleases.add(name);
      }
    }
  }

  private Set<String> in(String namespace) {
    return byNamespace.computeIfAbsent(namespace, n -> new HashSet<>());
  }

  private static List<String> ofHelmRelease(Node spec) {
    List<String> names = new ArrayList<>();
    names.add(spec.get("releaseName").text());
    names.add(lastPart(spec.at("chart", "spec", "chart").text()));
    names.add(spec.at("chartRef", "name").text());
    addOverrides(spec.get("values"), names);
    return names;
  }

  /** Of an application that has no chart nothing: its objects stand in a repository as they are. */
  private static List<String> ofSources(Node spec) {
    List<String> names = new ArrayList<>();
    List<Node> sources = new ArrayList<>(spec.get("sources").items());
    sources.add(spec.get("source"));
    for (Node source : sources) {
      Node helm = source.get("helm");
      if (source.get("chart").isString() || helm.isMapping()) {
        names.add(lastPart(source.get("chart").text()));
        names.add(helm.get("releaseName").text());
        addOverrides(helm.get("valuesObject"), names);
      }
    }
    return names;
  }

  private static void addOverrides(Node values, List<String> names) {
    if (values instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        if (OVERRIDES.contains(entry.key())) {
          names.add(entry.value().text());
        } else {
          addOverrides(entry.value(), names);
        }
      }
    }
  }

  /** {@code zot} of {@code oci://example.com/charts/zot}. */
  private static String lastPart(String chart) {
    return chart.substring(chart.lastIndexOf('/') + 1);
  }

  /** Whether an object that lives outside namespaces may be one of a release. */
  boolean ofReleasesHave(String name) {
    return isBegunIn(ofReleases, name);
  }

  /** Whether a release, its chart or its objects are called exactly that. */
  boolean areOfRelease(String name) {
    return ofReleases.contains(name);
  }

  /** Whether an object of {@code namespace} may be made of one that is there. */
  boolean haveIn(String namespace, String name) {
    return isBegunIn(byNamespace.getOrDefault(namespace, Set.of()), name);
  }

  /** The same of a namespace that nobody knows yet. */
  boolean haveAnywhere(String name) {
    return byNamespace.values().stream().anyMatch(names -> isBegunIn(names, name));
  }

  private static boolean isBegunIn(Set<String> names, String name) {
    if (names.contains(name)) {
      return true;
    }
    for (int hyphen = name.indexOf('-'); hyphen > 0; hyphen = name.indexOf('-', hyphen + 1)) {
      if (names.contains(name.substring(0, hyphen))) {
        return true;
      }
    }
    return false;
  }
}
