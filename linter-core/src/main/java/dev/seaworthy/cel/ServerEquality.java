package dev.seaworthy.cel;

import dev.cel.common.CelOptions;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import dev.cel.runtime.RuntimeEquality;
import dev.cel.runtime.RuntimeHelpers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When two values are the same to the API server: as the specification has it, but for lists that
 * their schema tells apart by keys. Mirrors the Equal of unstructuredSetList and
 * unstructuredMapList, which go by the type of what stands on the left.
 */
final class ServerEquality {

  private final RuntimeEquality standard;

  ServerEquality(CelOptions options) {
    this.standard = RuntimeEquality.create(RuntimeHelpers.create(), options);
  }

  /** The functions of the specification without those that {@link #bindings} replace. */
  static CelStandardFunctions otherFunctions() {
    return CelStandardFunctions.newBuilder()
        .excludeFunctions(StandardFunction.EQUALS, StandardFunction.NOT_EQUALS)
        .build();
  }

  @SuppressWarnings("Immutable") // It has no state but the library's own.
  List<CelFunctionBinding> bindings() {
    return List.of(
        CelFunctionBinding.from("equals", Object.class, Object.class, this::areEqual),
        CelFunctionBinding.from(
            "not_equals", Object.class, Object.class, (left, right) -> !areEqual(left, right)));
  }

  boolean areEqual(@Nullable Object left, @Nullable Object right) {
    if (left instanceof List<?> list && right instanceof List<?> other) {
      return list.size() == other.size()
          && (list instanceof KeyedList keyed ? holdSame(keyed, other) : areInStep(list, other));
    }
    if (left instanceof Map<?, ?> map && right instanceof Map<?, ?> other) {
      return map.size() == other.size()
          && map.entrySet().stream().allMatch(entry -> isIn(other, entry));
    }
    return standard.objectEquals(left, right);
  }

  private boolean areInStep(List<?> list, List<?> other) {
    for (int i = 0; i < list.size(); i++) {
      if (!areEqual(list.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isIn(Map<?, ?> other, Map.Entry<?, ?> entry) {
    Optional<Object> found = standard.findInMap(other, entry.getKey());
    return found.isPresent() && areEqual(entry.getValue(), found.get());
  }

  private boolean holdSame(KeyedList list, List<?> other) {
    Map<Identity, Object> known = new HashMap<>();
    list.forEach(item -> known.put(identity(list, item), item));
    return other.stream().allMatch(item -> {
      Object same = known.get(identity(list, item));
      return same != null && areEqual(same, item);
    });
  }

  private Identity identity(KeyedList list, Object item) {
    return new Identity(list.identity(item), standard);
  }

  /** A value that is found by what it holds. */
  private record Identity(@Nullable Object value, RuntimeEquality standard) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Identity identity && standard.objectEquals(value, identity.value);
    }

    @Override
    public int hashCode() {
      return value == null ? 0 : standard.hashCode(value);
    }
  }
}
