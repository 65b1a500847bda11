package dev.seaworthy.validate.check.change;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether two specs are the same to the server, which can't tell the zero of a field from its
 * absence where the field is no pointer: {@code readOnly: false}, an empty list.
 */
public final class GoEquality {

  private static final Set<String> BOOLEANS =
      Set.of("hostNetwork", "hostPID", "hostIPC", "stdin", "stdinOnce", "tty", "readOnly");
  private static final Set<String> NUMBERS =
      Set.of("initialDelaySeconds", "hostPort", "partition", "lun");
  private static final Set<String> MAPS = Set.of(
      "nodeSelector",
      "matchLabels",
      "labels",
      "annotations",
      "limits",
      "requests",
      "overhead",
      "options",
      "volumeAttributes");

  private GoEquality() {}

  public static boolean same(Node one, Node other) {
    return withoutZeros(one).sameAs(withoutZeros(other));
  }

  private static Node withoutZeros(Node node) {
    if (node instanceof Sequence sequence) {
      return Sequence.of(sequence.items().stream().map(GoEquality::withoutZeros).toList());
    }
    if (!(node instanceof Mapping mapping)) {
      return node;
    }
    List<Mapping.Entry> entries = new ArrayList<>(mapping.size());
    for (Mapping.Entry entry : mapping.entries()) {
      if (!isZero(entry.key(), entry.value())) {
        entries.add(new Mapping.Entry(entry.key(), entry.keySpan(), withoutZeros(entry.value())));
      }
    }
    return new Mapping(entries, mapping.span());
  }

  private static boolean isZero(String field, Node value) {
    if (value.isSequence()) {
      return value.size() == 0;
    }
    if (value.isMapping()) {
      return value.size() == 0 && MAPS.contains(field);
    }
    return value instanceof Scalar scalar && isZero(field, scalar);
  }

  private static boolean isZero(String field, Scalar scalar) {
    return (BOOLEANS.contains(field) && scalar.value().equals("false"))
        || (NUMBERS.contains(field) && scalar.value().equals("0"))
        || (scalar.isString() && scalar.value().isEmpty() && !field.equals("storageClassName"));
  }
}
