package dev.seaworthy.conformance;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;

/**
 * A line of {@code cases/KIND.jsonl}: a change of a base manifest, and the server's answer to it.
 *
 * @param onLive whether the patch changes the object as stored, not the base manifest
 * @param cluster whether the answer hangs on the recording cluster
 * @param mutation the word for the kind of change
 */
public record RecordedCase(
    String id,
    String kind,
    String base,
    boolean update,
    boolean onLive,
    boolean cluster,
    String mutation,
    Node patch,
    Node expect) {

  static RecordedCase of(String kind, Mapping line) {
    return new RecordedCase(
        line.get("id").text(),
        kind,
        line.get("base").text(),
        line.get("op").text().equals("update"),
        line.get("on").text().equals("live"),
        line.get("cluster").isTrue(),
        line.get("mutation").text(),
        line.get("patch"),
        line.get("expect"));
  }
}
