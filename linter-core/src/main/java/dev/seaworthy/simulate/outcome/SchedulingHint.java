package dev.seaworthy.simulate.outcome;

import dev.seaworthy.manifest.FieldPath;
import java.util.List;

/** What a message of the scheduler is about: where to point in a manifest, and what to do. */
record SchedulingHint(FieldPath field, String remedy) {

  private static final String INSUFFICIENT = "Insufficient ";

  /** Words of a message, and the fields of a pod spec that they are about; the likeliest first. */
  private record About(String words, String remedy, List<String> fields) {}

  private static final List<About> TABLE = List.of(
      about("node affinity/selector", "ask for labels that a node has", "nodeSelector", "affinity"),
      about("[NodeAffinity]", "name nodes that are there", "affinity"),
      about("requested node name", "leave the node to the scheduler", "nodeName"),
      about(
          "topology spread",
          "have nodes in more domains, allow more skew, or ScheduleAnyway",
          "topologySpreadConstraints"),
      about(
          "anti-affinity",
          "have a node for each of them, or prefer it in place of requiring it",
          "affinity"),
      about("pod affinity rules", "name labels that pods have", "affinity"),
      about("untolerated taint", "tolerate the taint, or remove it from the node", "tolerations"),
      about("free ports", "do without host ports, or have a node a pod", "hostNetwork"),
      about(
          "ReadWriteOncePod",
          "one pod at a time may have the claim: let the strategy be Recreate with one replica, or"
              + " let the claim have another access mode",
          "volumes"),
      about("ersistent", "apply the claim, too, with a volume that it can have", "volumes"),
      about("Too many pods", "try it on more nodes"));

  private static About about(String words, String remedy, String... fields) {
    return new About(words, remedy, List.of(fields));
  }

  static SchedulingHint of(String message, Origin origin) {
    int start = message.indexOf(INSUFFICIENT);
    if (start >= 0) {
      return ofShortage(message.substring(start + INSUFFICIENT.length()), origin);
    }
    return TABLE.stream()
        .filter(about -> message.contains(about.words()))
        .findFirst()
        .map(about -> new SchedulingHint(firstWritten(about.fields(), origin), about.remedy()))
        .orElse(new SchedulingHint(origin.podSpec(), "see what the scheduler says of the nodes"));
  }

  private static FieldPath firstWritten(List<String> fields, Origin origin) {
    return fields.stream()
        .map(origin.podSpec()::child)
        .filter(field -> origin.at(field).isPresent())
        .findFirst()
        .orElse(origin.podSpec());
  }

  /** Points at the first container that asks for what is short. */
  private static SchedulingHint ofShortage(String rest, Origin origin) {
    int end = rest.indexOf(',');
    String resource = end < 0 ? rest : rest.substring(0, end);
    FieldPath field = origin.containers().stream()
        .map(container -> container.child("resources").child("requests").key(resource))
        .filter(request -> origin.at(request).isPresent())
        .findFirst()
        .orElse(origin.podSpec());
    return new SchedulingHint(field, "ask for less, or try it on more or larger nodes");
  }
}
