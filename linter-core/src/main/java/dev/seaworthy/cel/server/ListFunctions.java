package dev.seaworthy.cel.server;

import dev.cel.common.values.CelByteString;
import dev.seaworthy.cel.CelFunction;
import dev.seaworthy.cel.SortByMacro;
import dev.seaworthy.cel.ValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Kubernetes' functions of lists: order, sums and places of items. */
public final class ListFunctions {

  private static final Map<String, ValueType> ORDERED = Map.of(
      "int", ValueType.INT,
      "uint", ValueType.UINT,
      "double", ValueType.DOUBLE,
      "bool", ValueType.BOOL,
      "duration", ValueType.DURATION,
      "timestamp", ValueType.TIMESTAMP,
      "string", ValueType.STRING,
      "bytes", ValueType.BYTES);

  private ListFunctions() {}

  public static List<CelFunction> all() {
    List<CelFunction> all = new ArrayList<>();
    ORDERED.forEach((name, type) -> {
      List<CelFunction.Parameter> self = List.of(Signature.listOf(type));
      all.add(CelFunction.member(
          "isSorted",
          "list_" + name + "_is_sorted_bool",
          ValueType.BOOL,
          self,
          arguments -> isSorted((List<?>) arguments[0])));
      all.add(CelFunction.member(
          "min",
          "list_" + name + "_min_self",
          type,
          self,
          arguments -> extreme((List<?>) arguments[0], "min", ListFunctions::compare)));
      all.add(CelFunction.member(
          "max",
          "list_" + name + "_max_self",
          type,
          self,
          arguments -> extreme((List<?>) arguments[0], "max", (a, b) -> compare(b, a))));
    });
    all.add(sum("int", ValueType.INT, 0L));
    all.add(sum("double", ValueType.DOUBLE, 0.0));
    all.add(sum("duration", ValueType.DURATION, Duration.ZERO));
    all.add(CelFunction.global(
        SortByMacro.FUNCTION,
        "list_sort_by_associated_keys",
        Signature.LIST.type(),
        List.of(Signature.LIST, Signature.listOf(ValueType.DYN)),
        arguments -> sortedBy((List<?>) arguments[0], (List<?>) arguments[1])));
    all.add(CelFunction.member(
        "indexOf",
        "list_a_index_of_int",
        ValueType.INT,
        List.of(Signature.LIST, Signature.ITEM),
        arguments -> (long) ((List<?>) arguments[0]).indexOf(arguments[1])));
    all.add(CelFunction.member(
        "lastIndexOf",
        "list_a_last_index_of_int",
        ValueType.INT,
        List.of(Signature.LIST, Signature.ITEM),
        arguments -> (long) ((List<?>) arguments[0]).lastIndexOf(arguments[1])));
    return all;
  }

  /** The items in the order of their keys, which is what {@code sortBy} expands to. */
  private static List<Object> sortedBy(List<?> items, List<?> keys) {
    return IntStream.range(0, items.size())
        .boxed()
        .sorted((one, other) -> compare(keys.get(one), keys.get(other)))
        .<Object>map(items::get)
        .toList();
  }

  private static boolean isSorted(List<?> list) {
    for (int i = 1; i < list.size(); i++) {
      if (compare(list.get(i - 1), list.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }

  private static Object extreme(List<?> list, String name, Comparator<Object> order) {
    if (list.isEmpty()) {
      throw new IllegalArgumentException(name + " called on empty list");
    }
    Object extreme = list.get(0);
    for (Object item : list) {
      extreme = order.compare(item, extreme) < 0 ? item : extreme;
    }
    return extreme;
  }

  @SuppressWarnings("unchecked") // The checker has seen that the items have one ordered type.
  private static int compare(Object one, Object other) {
    if (one instanceof CelByteString bytes) {
      return CelByteString.unsignedLexicographicalComparator()
          .compare(bytes, (CelByteString) other);
    }
    return ((Comparable<Object>) one).compareTo(other);
  }

  private static CelFunction sum(String name, ValueType type, Object zero) {
    return CelFunction.member(
        "sum", "list_" + name + "_sum_self", type, List.of(Signature.listOf(type)), arguments -> {
          Object sum = zero;
          for (Object item : (List<?>) arguments[0]) {
            sum = plus(sum, item);
          }
          return sum;
        });
  }

  private static Object plus(Object one, Object other) {
    if (one instanceof Long number) {
      return Math.addExact(number, (Long) other);
    }
    return one instanceof Double number
        ? (Object) (number + (Double) other)
        : ((Duration) one).plus((Duration) other);
  }
}
