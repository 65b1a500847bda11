package dev.seaworthy.bench;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is compared of a verdict: everything but prose. Lists are sorted, duplicates kept. */
record Answer(boolean accepted, int code, List<String> causes, List<String> decode, int warnings) {

  static Answer of(Verdict verdict) {
    return new Answer(
        verdict.accepted(),
        verdict.code(),
        verdict.causes().stream()
            .map(c -> c.type().word() + " " + c.field())
            .sorted()
            .toList(),
        verdict.decode().stream()
            .map(d -> (d.error() + " " + d.field()).strip())
            .sorted()
            .toList(),
        verdict.warnings().size());
  }

  static Answer of(Node expect) {
    return new Answer(
        expect.get("accepted").isTrue(),
        (int) expect.get("code").longOr(0),
        pairs(expect.get("causes")),
        pairs(expect.get("decode")),
        expect.get("warnings").size());
  }

  private static List<String> pairs(Node list) {
    return list.items().stream()
        .map(pair -> (pair.get(0).text() + " " + pair.get(1).text()).strip())
        .sorted()
        .toList();
  }

  /** Which measures a case with this answer counts for, and whether {@code actual} meets them. */
  Map<String, Boolean> measures(Answer actual) {
    Map<String, Boolean> measures = new TreeMap<>();
    boolean sameVerdict = accepted == actual.accepted
        && code == actual.code
        && causes.equals(actual.causes)
        && decode.equals(actual.decode);
    measures.put("verdict", sameVerdict);
    if (accepted) {
      measures.put("accepted", actual.accepted);
    } else {
      measures.put("refused", !actual.accepted);
    }
    if (!decode.isEmpty()) {
      measures.put("decode", decode.equals(actual.decode));
    }
    if (accepted || warnings > 0) {
      measures.put("warnings", warnings == actual.warnings);
    }
    return measures;
  }
}
