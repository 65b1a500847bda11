package dev.seaworthy.simulate.scenario.language;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.NodeAmounts;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a node of a scenario file can be one: the API server says it of what would register. */
final class NodeCheck {

  /** Any will do: addresses are given when nodes join. */
  private static final String POD_RANGE = "10.0.1.0/24";

  /** Loaded where a file describes nodes; what a node may be is the same for all releases. */
  private static final class Newest {
    static final ApiServer SERVER = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));
  }

  private final Arguments in;
  private final Set<String> told = new TreeSet<>();

  private NodeCheck(Arguments in) {
    this.in = in;
  }

  /** Tells what is wrong with {@code node}, which {@code in} describes, where that is written. */
  static void check(NodeTemplate node, Arguments in) {
    String name = node.names().isEmpty() ? node.name() : node.names().get(0);
    NodeCheck check = new NodeCheck(in);
    Verdict verdict =
        Newest.SERVER.create(node.shape().register(name, POD_RANGE).root());
    verdict.decode().forEach(error -> check.tell(error.path(), error.message(), error.remedy()));
    verdict.causes().forEach(cause -> check.tell(cause.place(), cause.message(), cause.remedy()));
    verdict.later().forEach(later -> check.tell(later.place(), later.message(), later.remedy()));
    if (verdict.accepted()) {
      check.requirePossibleAmounts();
    }
  }

  private void requirePossibleAmounts() {
    for (String key : List.of("cpu", "memory")) {
      requirePossible(key, in.field(key));
    }
    in.field("extended").entries().forEach(each -> requirePossible(each.key(), each.value()));
  }

  private void requirePossible(String what, Node amount) {
    if (amount.isPresent() && !NodeAmounts.isPossible(amount)) {
      in.problem(amount, "'" + what + "' " + NodeAmounts.FORM);
    }
  }

  /** An amount stands in two lists of the node, and once in the file. */
  private void tell(FieldPath field, String message, Optional<String> remedy) {
    String key = keyOf(field.toString(), field.lastStep());
    String text = "'" + key + "' " + message + remedy.map(hint -> ". " + hint).orElse("");
    if (told.add(text)) {
      in.problem(in.field(key), text);
    }
  }

  private String keyOf(String field, String last) {
    if (field.startsWith("status.")) {
      return in.node().get(last).isPresent() ? last : "extended";
    }
    return field.startsWith("spec.taints")
        ? "taints"
        : field.startsWith("metadata.labels") ? "labels" : "name";
  }
}
