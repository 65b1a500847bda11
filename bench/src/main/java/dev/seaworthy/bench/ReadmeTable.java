package dev.seaworthy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The README's table of how far the product agrees. Shares are the thresholds, so the table says no
 * more than what the build holds; a row for every corpus and area, the weak ones too.
 */
record ReadmeTable(Thresholds thresholds, Map<String, Tally> tallies) {

  private static final String BEGIN = "<!-- agreement, written by bench/conformance --raise -->\n";
  private static final String END = "<!-- end of agreement -->\n";

  /** Rows by the key of their threshold, in the order of the table. */
  private static final List<Row> ROWS = List.of(
      new Row(
          "yaml.accepted", "texts (scalars, encodings, duplicates, broken files): taken or not"),
      new Row("yaml.sent", "texts: what every value becomes"),
      new Row("yaml.answers", "texts: all objects, in their order, with the answer to each"),
      new Row("cases.accepted", "manifests that the server accepts are accepted, all 71 kinds"),
      new Row(
          "cases.decode", "refusals before validation (unknown fields, wrong types …), all kinds"),
      new Row("cases.refused", "refused manifests: status code and reason, all kinds"),
      new Row("cases.causes", "refused manifests: all causes with their fields, all kinds"),
      new Row("cases.warned", "warnings, as many as the server gives, all kinds"),
      new Row("cases.verdict", "the whole verdict (answer, code, reason, causes), all kinds"),
      new Row(
          "releases.1.35.verdict", "the whole verdict of Kubernetes 1.35, mostly where it differs"),
      new Row(
          "releases.1.33.verdict", "the whole verdict of Kubernetes 1.33, mostly where it differs"),
      new Row(
          "releases.1.31.verdict", "the whole verdict of Kubernetes 1.31, mostly where it differs"),
      new Row("defaults.stored", "the object as the server would store it, whole"),
      new Row("defaults.fields", "the object as the server would store it, field by field"),
      new Row("admission.verdict", "limits, quotas, classes, namespaces: the whole verdict"),
      new Row("admission.fields", "limits, quotas, classes, namespaces: fields filled in"),
      new Row("admission.baseline", "pods under Pod Security Standard baseline"),
      new Row("admission.restricted", "pods under Pod Security Standard restricted"),
      new Row("crd.verdict", "custom resources and their definitions: the whole verdict"),
      new Row("policy.requests.verdict", "requests under ValidatingAdmissionPolicies: the verdict"),
      new Row("policy.policies.verdict", "ValidatingAdmissionPolicies themselves: the verdict"),
      new Row("policy.type-checks.typeChecks", "ValidatingAdmissionPolicies: type checks"));

  private record Row(String key, String label) {}

  /** {@code readme} with this table in place of the one that it has. */
  String writtenInto(String readme) {
    int begin = readme.indexOf(BEGIN);
    int end = readme.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("the README has no place for the table: " + BEGIN.strip());
    }
    return readme.substring(0, begin) + BEGIN + "\n" + table() + "\n" + readme.substring(end);
  }

  void writeInto(Path readme) throws IOException {
    Files.writeString(readme, writtenInto(Files.readString(readme)));
  }

  private String table() {
    List<String> lines = new ArrayList<>(List.of("| what | agreement |", "|---|---|"));
    for (Row row : ROWS) {
      lines.add(line(row.label(), row.key()));
      if (row.key().equals("cases.verdict")) {
        lines.addAll(kinds());
      }
    }
    for (String area : tally("scenarios").byGroup().keySet()) {
      lines.add(line(
          "stories about a cluster, every state as recorded: " + area,
          "scenarios." + area + ".stories"));
    }
    lines.add(
        line("what `kubectl` prints against our server (there is none yet)", "kubectl.steps"));
    return String.join("\n", lines) + "\n";
  }

  private Tally tally(String corpus) {
    return Objects.requireNonNull(tallies.get(corpus), corpus);
  }

  private String line(String label, String key) {
    String corpus = key.substring(0, key.indexOf('.'));
    Share share =
        tally(corpus).shares().getOrDefault(key.substring(corpus.length() + 1), Share.NONE);
    return "| %s | %s |".formatted(label, percent(thresholds.of(key), share.total()));
  }

  /** How many kinds' verdicts always agree, and a line for each of the others. */
  private List<String> kinds() {
    List<String> others = new ArrayList<>();
    int whole = 0;
    int cases = 0;
    for (Map.Entry<String, Map<String, Share>> kind : tally("cases").byGroup().entrySet()) {
      int total = kind.getValue().getOrDefault("verdict", Share.NONE).total();
      double least = thresholds.of("cases." + kind.getKey() + ".verdict");
      if (least == 100) {
        whole++;
        cases += total;
      } else {
        others.add("| the whole verdict of %s | %s |"
            .formatted(kind.getKey().replace('_', ' ').strip(), percent(least, total)));
      }
    }
    others.sort(null);
    others.add(
        0, "| the whole verdict of each of %d kinds | %s |".formatted(whole, percent(100, cases)));
    return others;
  }

  private static String percent(double least, int total) {
    return String.format(Locale.ROOT, "%s %% of %,d", Thresholds.text(least), total);
  }
}
