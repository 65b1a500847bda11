package dev.seaworthy.validate.decode;

import dev.seaworthy.api.Type;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.NodeWords;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.format.Base64Text;
import dev.seaworthy.validate.format.GoDuration;
import dev.seaworthy.validate.format.Timestamp;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads single values as Go's decoder does. */
final class Scalars {

  private Scalars() {}

  /**
   * A value, or why there is none.
   *
   * @param error the word for the problem, empty without one
   * @param ends whether the decoder gives up at once, because the type reads itself
   */
  record Reading(Node node, String error, @Nullable String problem, boolean ends) {

    private static Reading of(Node node) {
      return new Reading(node, "", null, false);
    }

    private static Reading wrongType(Node node, String wanted) {
      return new Reading(node, "type", "is " + NodeWords.of(node) + ", must be " + wanted, false);
    }

    private static Reading ending(Node node, String error, String problem) {
      return new Reading(node, error, problem, true);
    }

    private Reading ending() {
      return problem == null ? this : new Reading(node, error, problem, true);
    }
  }

  static Reading read(Type type, Node node) {
    if (type instanceof Type.Text) {
      return node.isString() ? Reading.of(node) : Reading.wrongType(node, "text");
    }
    if (type instanceof Type.Whole whole) {
      return whole(node, whole.bits());
    }
    if (type instanceof Type.Truth) {
      return node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.BOOLEAN
          ? Reading.of(node)
          : Reading.wrongType(node, "true or false");
    }
    if (type instanceof Type.IntOrString) {
      return node.isString() ? Reading.of(node) : whole(node, 32).ending();
    }
    if (type instanceof Type.Quantity) {
      return quantity(node);
    }
    if (type instanceof Type.Real) {
      return node instanceof Scalar scalar && scalar.isNumber()
          ? Reading.of(node)
          : Reading.wrongType(node, "a number");
    }
    return texts(type, node);
  }

  private static Reading texts(Type type, Node node) {
    if (type instanceof Type.Bytes) {
      return bytes(node);
    }
    if (!node.isString()) {
      return Reading.wrongType(node, "text").ending();
    }
    if (type instanceof Type.Time time) {
      return time(node, time.micro());
    }
    return type instanceof Type.Duration && !GoDuration.isValid(node.text())
        ? Reading.ending(node, "duration", "is no duration such as 1m30s")
        : Reading.of(node);
  }

  private static Reading whole(Node node, int bits) {
    if (!(node instanceof Scalar scalar) || scalar.kind() != Scalar.Kind.INTEGER) {
      return Reading.wrongType(node, "a whole number");
    }
    Optional<Long> number = scalar.asLong();
    boolean fits =
        number.isPresent() && (bits == 64 || number.get() == number.get().intValue());
    return fits
        ? Reading.of(node)
        : new Reading(
            node,
            "type",
            "is " + scalar.value() + ", which does not fit a whole number of " + bits + " bits",
            false);
  }

  private static Reading quantity(Node node) {
    if (node instanceof Scalar scalar && (scalar.isString() || scalar.isNumber())) {
      Optional<Quantity> quantity = Quantity.parse(scalar.value().strip());
      if (quantity.isPresent()) {
        String canonical = quantity.get().canonical();
        return Reading.of(
            scalar.isString() && canonical.equals(scalar.value())
                ? node
                : new Scalar(Scalar.Kind.STRING, canonical, scalar.span()));
      }
    }
    return Reading.ending(node, "quantity", "is no quantity such as 500m, 2 or 1.5Gi");
  }

  private static Reading bytes(Node node) {
    if (node instanceof Sequence sequence) {
      return sequence.items().stream().allMatch(Scalars::isByte)
          ? Reading.of(written(sequence))
          : Reading.wrongType(node, "text in base64");
    }
    if (!node.isString()) {
      return Reading.wrongType(node, "text in base64");
    }
    if (!Base64Text.isValid(node.text())) {
      return new Reading(node, "base64", "is not in base64", false);
    }
    String canonical = Base64Text.canonical(node.text());
    return Reading.of(
        canonical.equals(node.text())
            ? node
            : new Scalar(Scalar.Kind.STRING, canonical, node.span()));
  }

  /** Bytes that are listed one by one. */
  private static Node written(Sequence numbers) {
    byte[] bytes = new byte[numbers.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) numbers.get(i).longOr(0);
    }
    return new Scalar(
        Scalar.Kind.STRING, Base64.getEncoder().encodeToString(bytes), numbers.span());
  }

  private static boolean isByte(Node node) {
    long number = node.longOr(-1);
    return number >= 0 && number <= 255;
  }

  private static Reading time(Node node, boolean micro) {
    Optional<String> canonical = Timestamp.canonical(node.text(), micro);
    if (canonical.isEmpty()) {
      return Reading.ending(
          node,
          "time",
          micro
              ? "is no time such as 2026-01-02T03:04:05.000000Z, with six digits of a fraction"
              : "is no time such as 2026-01-02T03:04:05Z");
    }
    return Reading.of(
        canonical.get().equals(node.text())
            ? node
            : new Scalar(Scalar.Kind.STRING, canonical.get(), node.span()));
  }
}
