package dev.seaworthy.conformance;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is compared of a server's answer: everything but prose. Lists are sorted, duplicates kept.
 *
 * @param causes cause and field, as in {@code FieldValueRequired spec.selector}
 * @param decode word and field of what kept the object from being read
 * @param warnings how many there are
 */
public record Answer(
    boolean accepted,
    int code,
    String reason,
    List<String> causes,
    List<String> decode,
    int warnings) {

  /** What our server says. */
  public static Answer of(Verdict verdict) {
    return new Answer(
        verdict.accepted(),
        verdict.code(),
        verdict.reason(),
        verdict.causes().stream()
            .map(c -> (c.type().word() + " " + c.field()).strip())
            .sorted()
            .toList(),
        verdict.decode().stream()
            .map(d -> (d.error() + " " + d.field()).strip())
            .sorted()
            .toList(),
        verdict.warnings().size());
  }

  /** What was recorded. */
  public static Answer of(Node expect) {
    return new Answer(
        expect.get("accepted").isTrue(),
        (int) expect.get("code").longOr(0),
        expect.get("reason").text(),
        pairs(expect.get("causes")),
        pairs(expect.get("decode")),
        expect.get("warnings").size());
  }

  /** Our fault: an answer that agrees with none. */
  public static Answer ofCrash(RuntimeException crash) {
    return new Answer(false, 0, "crashed: " + crash, List.of(), List.of(), -1);
  }

  private static List<String> pairs(Node list) {
    return list.items().stream()
        .map(pair -> (pair.get(0).text() + " " + pair.get(1).text()).strip())
        .sorted()
        .toList();
  }

  /** Whether all but the warnings is the same. */
  public boolean sameVerdict(Answer other) {
    return sameRefusal(other) && causes.equals(other.causes) && decode.equals(other.decode);
  }

  private boolean sameRefusal(Answer other) {
    return accepted == other.accepted && code == other.code && reason.equals(other.reason);
  }

  /**
   * Which measures a case with this recorded answer counts for, and whether {@code actual} meets
   * them. {@code accepted} and {@code refused} (code and reason) part the cases, {@code causes} and
   * {@code decode} count where there are some, {@code warned} (as many warnings) where there are some or none must
   * be; an answer that differs in the main thing has no right warnings either.
   */
  public Map<String, Boolean> measures(Answer actual) {
    Map<String, Boolean> measures = new TreeMap<>();
    measures.put("verdict", sameVerdict(actual));
    measures.put(accepted ? "accepted" : "refused", sameRefusal(actual));
    if (!causes.isEmpty()) {
      measures.put("causes", causes.equals(actual.causes));
    }
    if (!decode.isEmpty()) {
      measures.put("decode", decode.equals(actual.decode));
    }
    if (accepted || warnings > 0) {
      measures.put("warned", accepted == actual.accepted && warnings == actual.warnings);
    }
    return measures;
  }
}
