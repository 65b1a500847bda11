package dev.seaworthy.bench;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.conformance.Answer;
import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.conformance.JsonNodes;
import dev.seaworthy.conformance.Pointer;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * {@code admission}, its part {@code plugins.jsonl}: requests under LimitRanges, ResourceQuotas,
 * classes and namespaces. {@code fields} counts the places that admission fills in.
 */
final class AdmissionYardstick implements Yardstick {

  private static final String NAMESPACE = "conformance";

  private final ApiCatalog catalog = BuiltInCatalog.of(Release.NEWEST);
  private final PodSecurityCases podSecurity = new PodSecurityCases(catalog, NAMESPACE);

  @Override
  public String folder() {
    return "admission";
  }

  @Override
  public void play(Corpus corpus, Consumer<Outcome> report) {
    corpus.lines("admission/pods.jsonl").map(podSecurity::pod).forEach(report);
    corpus.lines("admission/workloads.jsonl").map(podSecurity::workload).forEach(report);
    Map<String, StandingCluster> clusters = new TreeMap<>();
    corpus.lines("admission/plugins.jsonl").map(AdmissionYardstick::inNamespace).forEach(line -> {
      String setup = line.get("setup").text();
      StandingCluster cluster = clusters.computeIfAbsent(setup, name -> cluster(name, corpus));
      report.accept(outcome(setup, line, cluster));
    });
  }

  private static Node inNamespace(Mapping line) {
    return JsonNodes.read(line.toJson().replace("$NS", NAMESPACE));
  }

  private StandingCluster cluster(String setup, Corpus corpus) {
    List<Node> objects = new ArrayList<>(namespaces(setup));
    objects.addAll(corpus.manifest("admission/setups/" + setup + ".yaml"));
    return new StandingCluster(catalog, NAMESPACE, objects);
  }

  /** Two setups are about the namespace itself: it is not there, or about to go. */
  private static List<Mapping> namespaces(String setup) {
    Mapping namespace = StandingCluster.namespace(NAMESPACE);
    return switch (setup) {
      case "namespace-missing" -> List.of();
      case "namespace-terminating" ->
        List.of((Mapping) JsonNodes.read(namespace
            .toJson()
            .replace(
                "\"metadata\":{",
                "\"status\":{\"phase\":\"Terminating\"},\"metadata\":{"
                    + "\"deletionTimestamp\":\"2026-01-02T03:04:05Z\",")));
      default -> List.of(namespace);
    };
  }

  private static Outcome outcome(String setup, Node line, StandingCluster cluster) {
    Answer expected = Answer.of(line.get("expect"));
    Node object = line.get("object");
    Node old = line.get("op").text().equals("update-namespace")
        ? StandingCluster.namespace(NAMESPACE)
        : line.get("old");
    Verdict verdict = old.isAbsent() ? cluster.create(object) : cluster.update(object, old);
    Answer actual = Answer.of(verdict);
    Map<String, Share> measures = new TreeMap<>();
    expected.measures(actual).forEach((name, met) -> measures.put(name, Share.of(met)));
    Share fields = fields(line.at("expect", "fields"), verdict);
    if (fields.total() > 0) {
      measures.put("fields", fields);
    }
    return new Outcome(
        line.get("id").text(),
        setup.replaceAll("-.*", ""),
        measures,
        "expected %s %s%nactual   %s %s"
            .formatted(expected, line.at("expect", "message").text(), actual, verdict.denial()));
  }

  private static Share fields(Node expected, Verdict verdict) {
    Node result = verdict.result().<Node>map(stored -> stored.root()).orElse(Absent.INSTANCE);
    Share share = Share.NONE;
    for (Mapping.Entry field : expected.entries()) {
      boolean same = result.isPresent() && Pointer.at(result, field.key()).sameAs(field.value());
      share = share.plus(Share.of(same));
    }
    return share;
  }
}
