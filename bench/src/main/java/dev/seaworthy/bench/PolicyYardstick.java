package dev.seaworthy.bench;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.conformance.Answer;
import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.admission.Denial;
import dev.seaworthy.validate.admission.PluginName;
import dev.seaworthy.validate.rules.PolicyTypeChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * {@code policy}: requests under ValidatingAdmissionPolicies, and verdicts on policies and bindings.
 * {@code denied} counts requests that a policy turned away: the same policy and binding must speak.
 */
final class PolicyYardstick implements Yardstick {

  private final ApiCatalog catalog = BuiltInCatalog.of(Release.NEWEST);

  @Override
  public String folder() {
    return "policy";
  }

  @Override
  public void play(Corpus corpus, Consumer<Outcome> report) {
    Map<String, List<Node>> policies = new TreeMap<>();
    List<Node> namespaces = corpus.manifest("policy/namespaces.yaml");
    corpus.lines("policy/cases.jsonl").forEach(line -> {
      List<Node> standing = new ArrayList<>(namespaces);
      String policy = line.get("policy").text();
      if (!policy.isEmpty()) {
        standing.addAll(policies.computeIfAbsent(
            policy, name -> corpus.manifest("policy/policies/" + name + ".yaml")));
      }
      StandingCluster cluster =
          new StandingCluster(catalog, line.get("namespace").text(), standing);
      report.accept(outcome(line, cluster));
    });
  }

  private Outcome outcome(Node line, StandingCluster cluster) {
    return switch (line.get("op").text()) {
      case "create" -> judged(line, "requests", cluster.create(line.get("object")));
      case "update" ->
        judged(
            line,
            "requests",
            cluster.update(
                line.get("object"), line.get("old"), line.get("subresource").text()));
      case "delete" -> judged(line, "requests", cluster.delete(line.get("old")));
      case "create-policy" -> judged(line, "policies", cluster.create(line.get("object")));
      case "create-binding" -> judged(line, "bindings", cluster.create(line.get("object")));
      case "type-check" -> typeChecked(line);
      default ->
        Outcome.of(
            line.get("id").text(), "requests", Map.of("verdict", false), "can't be sent to us yet");
    };
  }

  private static Outcome judged(Node line, String group, Verdict verdict) {
    Answer expected = Answer.of(line.get("expect"));
    Answer actual = Answer.of(verdict);
    Map<String, Boolean> met = expected.measures(actual);
    Node denied = line.at("expect", "denied");
    if (denied.isPresent()) {
      met.put(
          "denied", verdict.denial().filter(denial -> speaksFor(denial, denied)).isPresent());
    }
    return Outcome.of(
        line.get("id").text(),
        group,
        met,
        "%s%nexpected %s%n         %s%nactual   %s %s"
            .formatted(
                line.get("object").toJson(),
                expected,
                line.at("expect", "message").text(),
                actual,
                verdict.denial()));
  }

  private static boolean speaksFor(Denial denial, Node denied) {
    return denial.plugin() == PluginName.VALIDATING_ADMISSION_POLICY
        && denial.message().contains("'" + denied.get("policy").text() + "'")
        && denial.message().contains("'" + denied.get("binding").text() + "'");
  }

  /** A controller writes into a policy's status which expressions do not fit the kinds it names. */
  private Outcome typeChecked(Node line) {
    List<String> found = new PolicyTypeChecks(catalog)
        .of(line.get("object")).stream()
            .map(mismatch -> mismatch.field().toString())
            .distinct()
            .toList();
    List<String> expected = line.at("expect", "expressionWarnings").items().stream()
        .map(warning -> warning.get("fieldRef").text())
        .toList();
    return Outcome.of(
        line.get("id").text(),
        "type-checks",
        Map.of("typeChecks", found.equals(expected)),
        "expected %s%nactual   %s".formatted(expected, found));
  }
}
