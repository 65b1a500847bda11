package dev.seaworthy.validate.decode;

import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.Optional;

/** Values that would be right with quotes, or without. */
final class MeantValue {

  private MeantValue() {}

  /** What {@code node} was meant to be, if it is only a matter of quotes. */
  static Optional<Node> of(Type wanted, Node node) {
    if (!(node instanceof Scalar scalar) || scalar.isAbsent()) {
      return Optional.empty();
    }
    return scalar.isString() ? unquoted(wanted, scalar) : quoted(wanted, scalar);
  }

  private static Optional<Node> quoted(Type wanted, Scalar scalar) {
    return wanted instanceof Type.Text
        ? Optional.of(Scalar.of(scalar.value(), scalar.span()))
        : Optional.empty();
  }

  private static Optional<Node> unquoted(Type wanted, Scalar scalar) {
    if (wanted instanceof Type.Truth) {
      return as(Scalar.Kind.BOOLEAN, truth(scalar.value()), wanted, scalar);
    }
    return wanted instanceof Type.Whole || wanted instanceof Type.Real
        ? as(Scalar.Kind.INTEGER, number(scalar.value()), wanted, scalar)
        : Optional.empty();
  }

  private static Optional<Node> as(
      Scalar.Kind kind, Optional<String> value, Type wanted, Scalar scalar) {
    return value
        .map(text -> (Node) new Scalar(kind, text, scalar.span()))
        .filter(node -> Scalars.read(wanted, node).problem() == null);
  }

  private static Optional<String> truth(String text) {
    return text.equals("true") || text.equals("false") ? Optional.of(text) : Optional.empty();
  }

  private static Optional<String> number(String text) {
    int digits = text.startsWith("-") ? 1 : 0;
    boolean isWhole = text.length() > digits && text.length() < 20;
    for (int i = digits; i < text.length(); i++) {
      isWhole &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    boolean isPlain = isWhole && (text.length() == digits + 1 || text.charAt(digits) != '0');
    return isPlain ? Optional.of(text) : Optional.empty();
  }
}
