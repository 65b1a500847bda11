package dev.seaworthy.validate.decode;

import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.Mend;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What to do about a value of the wrong type, for the slips that people make most. */
final class Advice {

  private static final String SECRET = "core/v1.Secret";

  private Advice() {}

  /** {@code error} with what mends it, where that can be told. */
  static DecodeError on(DecodeError error, Type wanted, Node node, Type.Struct root) {
    if (MeantValue.of(wanted, node).isPresent()) {
      return error.withMend(node.isString() ? Mend.UNQUOTE : Mend.QUOTE);
    }
    return remedy(wanted, node, error.path(), root).map(error::withRemedy).orElse(error);
  }

  private static Optional<String> remedy(Type wanted, Node node, FieldPath path, Type.Struct root) {
    if (wanted instanceof Type.ListOf list) {
      return list(list.item(), node);
    }
    if (wanted instanceof Type.Struct || wanted instanceof Type.MapOf) {
      return mapping(node);
    }
    if (wanted instanceof Type.Bytes) {
      return root.name().equals(SECRET)
          ? Optional.of("Encode it (base64 -w0), or write " + path.lastStep()
              + " as plain text under stringData.")
          : Optional.empty();
    }
    if (wanted instanceof Type.Quantity) {
      return QuantitySlip.remedy(node);
    }
    if (wanted instanceof Type.Duration && node instanceof Scalar scalar && isDigits(scalar)) {
      return Optional.of("Write a unit: " + scalar.value() + "s.");
    }
    return wanted instanceof Type.Text && node.isMapping()
        ? Optional.of("Quote the whole text if it is one; unquoted, ': ' and '{' make a mapping.")
        : Optional.empty();
  }

  /** A list of a text's words, as a command and its arguments are written. */
  private static String words(String text) {
    return Arrays.stream(text.strip().split(" +"))
        .map(word -> '"' + word + '"')
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static boolean isPlain(Node node) {
    return node.isString() && node.text().chars().noneMatch(c -> "\"'\\\n".indexOf(c) >= 0);
  }

  private static Optional<String> list(Type item, Node node) {
    if (node instanceof Scalar) {
      return Optional.of(
          item instanceof Type.Text && isPlain(node)
              ? "Write a list: " + words(node.text()) + "."
              : "Put it on a line of its own, with '- ' before it: each item of a list begins so.");
    }
    String first = node.entries().isEmpty() ? "" : node.entries().get(0).key();
    if (first.isEmpty() || !(item instanceof Type.Struct struct)) {
      return Optional.empty();
    }
    if (struct.field(first).isPresent()) {
      return Optional.of("Put '- ' before " + first + ": each item of a list begins so.");
    }
    if (struct.field("name").isEmpty()) {
      return Optional.empty();
    }
    boolean isNameAndValue = struct.field("value").isPresent();
    return Optional.of("Write an item for each: '- name: " + first + "'"
        + (isNameAndValue ? ", with its value: below." : ", with the rest below."));
  }

  private static Optional<String> mapping(Node node) {
    if (node instanceof Sequence list && list.get(0) instanceof Mapping) {
      return Optional.of("Write its keys without '- ': this is one mapping, no list.");
    }
    String text = node.text();
    int colon = text.indexOf(':');
    return colon > 0 && colon < text.length() - 1 && text.indexOf(' ') < 0
        ? Optional.of("Put a space behind the colon: " + text.substring(0, colon) + ": "
            + text.substring(colon + 1))
        : Optional.empty();
  }

  private static boolean isDigits(Scalar scalar) {
    return !scalar.value().isEmpty() && scalar.value().chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
