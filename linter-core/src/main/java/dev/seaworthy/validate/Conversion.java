package dev.seaworthy.validate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.DecodeError;
import java.util.Optional;

/** What can't become the server's own form of a kind, although each field is of its type. */
final class Conversion {

  private static final GroupKind DAEMON_SET = GroupKind.of("apps", "DaemonSet");
  private static final FieldPath GENERATION =
      FieldPath.of("metadata", "annotations").key("deprecated.daemonset.template.generation");

  private Conversion() {}

  /** What fails: of a DaemonSet the number that was a field once, and is an annotation now. */
  static Optional<DecodeError> failure(GroupKind kind, Node object) {
    Node number = object.at(GENERATION);
    if (!kind.equals(DAEMON_SET) || !number.isString() || isWhole(number.text())) {
      return Optional.empty();
    }
    return Optional.of(new DecodeError(
        "handled-as", "", GENERATION, "is '" + number.text() + "', must be a whole number"));
  }

  private static boolean isWhole(String text) {
    try {
      Long.parseLong(text);
      return true;
    } catch (NumberFormatException other) {
      return false;
    }
  }
}
