package dev.seaworthy.validate.rules;

import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.seaworthy.api.crd.StructuralSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a function costs, its arguments included, and how large its result can be. */
final class CallCost {

  /** Of the pattern's characters so many count as steps of the matcher. */
  private static final double STEPS_OF_PATTERN = 0.25;

  private CallCost() {}

  /** {@code arguments} begin with what a method is called on. */
  static Sized of(String function, List<Sized> arguments, @Nullable CelType type) {
    long sum = 0;
    for (Sized argument : arguments) {
      sum = Cost.plus(sum, argument.cost());
    }
    return switch (function) {
      case "_&&_", "_||_" -> Sized.known(sum, 1);
      case "_?_:_" -> conditional(arguments);
      case "_==_", "_!=_" -> Sized.known(Cost.plus(sum, comparison(arguments)), 1);
      case "_<_", "_<=_", "_>_", "_>=_" ->
        Sized.known(Cost.plus(sum, Math.max(1, comparison(arguments))), 1);
      case "_+_" -> sum(arguments, sum, type);
      case "_[_]", "_[?_]" ->
        new Sized(
            Cost.plus(sum, 1),
            arguments.get(0).item().size(),
            arguments.get(0).item().schema());
      case "@in" -> Sized.known(Cost.plus(sum, arguments.get(1).size()), 1);
      case "string" -> Sized.known(Cost.plus(sum, 1), written(arguments.get(0)));
      case "optional.none", "optional.of", "_?._", "value" ->
        Sized.known(Cost.plus(sum, 1), sizeOf(type));
      default -> named(function, arguments, sum, type);
    };
  }

  private static Sized named(
      String function, List<Sized> arguments, long sum, @Nullable CelType type) {
    Sized first = arguments.isEmpty() ? Sized.unsure(0) : arguments.get(0);
    return switch (function) {
      case "startsWith", "endsWith" ->
        Sized.known(Cost.plus(sum, arguments.get(1).traversal()), 1);
      case "contains" ->
        Sized.known(
            Cost.plus(sum, Cost.times(first.traversal(), arguments.get(1).traversal())), 1);
      case "matches", "find", "findAll" ->
        Sized.unsure(Cost.plus(sum, matching(first, arguments.get(1))));
      case "url" -> Sized.known(Cost.plus(sum, first.traversal()), first.size());
      case "getScheme", "getHostname", "getHost", "getPort", "getEscapedPath", "getQuery" ->
        Sized.known(Cost.plus(sum, 1), sizeOf(type));
      case "cidr", "isIP", "isCIDR", "quantity", "isQuantity", "semver", "isSemver" ->
        Sized.unsure(Cost.plus(sum, first.traversal()));
      case "isSorted", "sum", "min", "max", "indexOf", "lastIndexOf" ->
        Sized.known(Cost.plus(sum, first.size()), 1);
      case "sort", "distinct", "@sortByAssociatedKeys" ->
        new Sized(
            Cost.plus(sum, Cost.times(first.size(), first.size())), first.size(), first.schema());
      case "sets.contains", "sets.intersects", "sets.equivalent" ->
        Sized.known(Cost.plus(sum, Cost.times(first.size(), arguments.get(1).size())), 1);
      case "lists.range" -> Sized.known(Cost.WITHOUT_END, Cost.WITHOUT_END);
      case "join" -> joined(first, sum);
      case "lowerAscii", "upperAscii", "trim", "substring", "split", "replace" ->
        Sized.known(Cost.plus(sum, first.traversal()), first.size());
      default -> Sized.unsure(Cost.plus(sum, 1));
    };
  }

  /** Of what a value of another type is written out nobody knows the length. */
  private static long written(Sized value) {
    StructuralSchema schema = value.schema();
    boolean isText = schema != null && (schema.intOrString() || schema.type().equals("string"));
    return isText ? value.size() : Cost.WITHOUT_END;
  }

  private static Sized conditional(List<Sized> arguments) {
    Sized one = arguments.get(1);
    Sized other = arguments.get(2);
    return Sized.known(
        Cost.plus(arguments.get(0).cost(), Math.max(one.cost(), other.cost())),
        Math.max(one.size(), other.size()));
  }

  /** Two values are compared as far as the shorter one goes. */
  private static long comparison(List<Sized> arguments) {
    long shorter = Math.min(arguments.get(0).size(), arguments.get(1).size());
    return Cost.share(shorter, 0.1);
  }

  private static Sized sum(List<Sized> arguments, long sum, @Nullable CelType type) {
    long size = Cost.plus(arguments.get(0).size(), arguments.get(1).size());
    boolean isText =
        type != null && (type.kind() == CelKind.STRING || type.kind() == CelKind.BYTES);
    return isText
        ? Sized.known(Cost.plus(sum, Cost.share(size, 0.1)), size)
        : Sized.known(Cost.plus(sum, 1), type != null && type.kind() == CelKind.LIST ? size : 1);
  }

  private static long matching(Sized text, Sized pattern) {
    long characters = Cost.share(Cost.plus(text.size(), 1), 0.1);
    return Cost.times(characters, Cost.share(pattern.size(), STEPS_OF_PATTERN));
  }

  /** Of a list that was made on the way nobody knows how long its texts are. */
  private static Sized joined(Sized list, long sum) {
    if (list.schema() == null) {
      return Sized.known(Cost.WITHOUT_END, Cost.WITHOUT_END);
    }
    long size = Cost.times(list.size(), Cost.plus(list.item().size(), 1));
    return Sized.known(Cost.plus(sum, Cost.share(size, 0.1)), size);
  }

  private static long sizeOf(@Nullable CelType type) {
    if (type == null) {
      return 0;
    }
    return switch (type.kind()) {
      case BOOL, INT, UINT, DOUBLE, DURATION, TIMESTAMP -> 1;
      default -> Cost.WITHOUT_END;
    };
  }
}
