package dev.seaworthy.bench;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.admission.Denial;
import dev.seaworthy.validate.admission.PluginName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code admission}, its parts about the Pod Security Standards: pods that a namespace of some level
 * lets in or not, and workloads that are let in and warned about.
 */
final class PodSecurityCases {

  private static final Pattern LABEL = Pattern.compile("(enforce|warn|audit)-([a-z]+)");

  private final ApiCatalog catalog;
  private final String namespace;
  private final Map<String, StandingCluster> clusters = new ConcurrentHashMap<>();

  PodSecurityCases(ApiCatalog catalog, String namespace) {
    this.catalog = catalog;
    this.namespace = namespace;
  }

  /** A line of {@code pods.jsonl}: what {@code baseline} and {@code restricted} say. */
  Outcome pod(Node line) {
    Node expect = line.get("expect");
    Map<String, Boolean> met = new TreeMap<>();
    StringBuilder explanation = new StringBuilder();
    for (String level : List.of("baseline", "restricted")) {
      Verdict verdict = send(line, "enforce-" + level);
      boolean allowed = expect.get(level).isTrue();
      met.put(level, allowed ? verdict.accepted() : isRefusedByPodSecurity(verdict));
      explanation.append("%s: expected %s %s, is %d %s%n"
          .formatted(
              level,
              allowed ? "allowed" : "refused",
              expect.at("details", level).toJson(),
              verdict.code(),
              verdict.causes()));
    }
    Verdict privileged = send(line, "enforce-privileged");
    met.put("warned", privileged.warnings().size() == expect.get("warnings").size());
    explanation.append("warnings: expected %s, are %s"
        .formatted(expect.get("warnings").toJson(), privileged.warnings()));
    return Outcome.of(line.get("id").text(), "pods", met, explanation.toString());
  }

  private static boolean isRefusedByPodSecurity(Verdict verdict) {
    return verdict
        .denial()
        .map(Denial::plugin)
        .filter(PluginName.POD_SECURITY::equals)
        .isPresent();
  }

  /** A line of {@code workloads.jsonl}: under which labels there is a warning. */
  Outcome workload(Node line) {
    Map<String, Boolean> met = new TreeMap<>();
    StringBuilder explanation = new StringBuilder();
    boolean accepted = true;
    boolean warned = true;
    for (Mapping.Entry labels : line.at("expect", "warnsUnderLabels").entries()) {
      Verdict verdict = send(line, labels.key());
      int expected = labels.value().get("level").isAbsent() ? 0 : 1;
      accepted &= verdict.accepted();
      warned &= verdict.warnings().size() == expected;
      explanation.append("%s: expected %d warnings, are %s%n"
          .formatted(labels.key(), expected, verdict.warnings()));
    }
    met.put("accepted", accepted);
    met.put("warned", warned);
    return Outcome.of(line.get("id").text(), "workloads", met, explanation.toString());
  }

  private Verdict send(Node line, String labels) {
    StandingCluster cluster = clusters.computeIfAbsent(
        labels, words -> new StandingCluster(catalog, namespace, List.of(labelled(words))));
    Node old = line.get("old");
    return old.isAbsent()
        ? cluster.create(line.get("object"))
        : cluster.update(line.get("object"), old, line.get("subresource").text());
  }

  /** The namespace with the labels that {@code enforce-baseline-warn-restricted} stands for. */
  private Node labelled(String words) {
    Mapping labels = Mapping.EMPTY;
    for (Matcher word = LABEL.matcher(words); word.find(); ) {
      labels = labels.with("pod-security.kubernetes.io/" + word.group(1), Scalar.of(word.group(2)));
    }
    return StandingCluster.namespace(namespace).withAt(List.of("metadata", "labels"), labels);
  }
}
