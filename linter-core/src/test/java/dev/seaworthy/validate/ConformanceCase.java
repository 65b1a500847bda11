package dev.seaworthy.validate;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One change of a manifest and what a real server answered.
 *
 * @param causes pairs of cause and field, sorted
 * @param decode pairs of word and field, in the server's order
 */
record ConformanceCase(
    String id,
    String kind,
    String base,
    boolean update,
    boolean onLive,
    boolean hangsOnCluster,
    String mutation,
    JsonNode patch,
    boolean accepted,
    int code,
    List<String> causes,
    List<String> decode,
    int warnings) {

  static ConformanceCase of(String kind, JsonNode line) {
    JsonNode expect = line.get("expect");
    return new ConformanceCase(
        line.get("id").stringValue(),
        kind,
        line.get("base").stringValue(),
        line.get("op").stringValue().equals("update"),
        line.path("on").asString("").equals("live"),
        line.path("cluster").asBoolean(false),
        line.get("mutation").stringValue(),
        line.get("patch"),
        expect.get("accepted").booleanValue(),
        expect.get("code").intValue(),
        pairs(expect.get("causes")).stream().sorted().toList(),
        pairs(expect.get("decode")),
        expect.path("warnings").size());
  }

  private static List<String> pairs(JsonNode list) {
    List<String> pairs = new ArrayList<>();
    if (list != null) {
      list.forEach(p -> pairs.add(p.get(0).stringValue() + " " + p.get(1).asString("")));
    }
    return pairs;
  }

  /** Whether the server refused it before it looked at its values. */
  boolean isUndecodable() {
    return !decode.isEmpty();
  }

  /** In what {@code verdict} differs from the record; empty if they agree. */
  List<String> differences(Verdict verdict) {
    List<String> differences = new ArrayList<>();
    compare("accepted", accepted, verdict.accepted(), differences);
    compare("code", code, verdict.code(), differences);
    compare("causes", causes, causesOf(verdict), differences);
    compare("decode", decode, decodeOf(verdict), differences);
    compare("warnings", warnings, verdict.warnings().size(), differences);
    return differences;
  }

  private static List<String> causesOf(Verdict verdict) {
    return verdict.causes().stream()
        .map(c -> c.type().word() + " " + c.field())
        .sorted()
        .toList();
  }

  private static List<String> decodeOf(Verdict verdict) {
    return verdict.decode().stream().map(d -> d.error() + " " + d.field()).toList();
  }

  private static void compare(String what, Object recorded, Object ours, List<String> differences) {
    if (!recorded.equals(ours)) {
      differences.add(what + ": server " + recorded + ", ours " + ours);
    }
  }
}
