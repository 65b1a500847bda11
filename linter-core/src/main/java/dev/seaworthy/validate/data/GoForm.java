package dev.seaworthy.validate.data;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Type;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values as Go's structs hold them: 0, {@code false}, empty texts, lists and maps are gone where Go
 * can't tell them from nothing, and are written where Go always writes a field. The types say which
 * fields those are, and the table of pointers. Safe for use by several threads.
 */
public final class GoForm {

  private static final String ALWAYS_A_STRUCT = "{}";

  /** Fields whose documented default is 0 or empty, which Go leaves out all the same. */
  private static final Map<String, String> LEFT_OUT = Map.of(
      "core/v1.ReplicationControllerSpec", "minReadySeconds",
      "core/v1.LocalObjectReference", "name",
      "core/v1.ConfigMapEnvSource", "name",
      "core/v1.ConfigMapKeySelector", "name",
      "core/v1.ConfigMapProjection", "name",
      "core/v1.ConfigMapVolumeSource", "name",
      "core/v1.SecretEnvSource", "name",
      "core/v1.SecretKeySelector", "name",
      "core/v1.SecretProjection", "name");

  /** Loaded when the first comparison asks: most commands make none. */
  private volatile @Nullable TypeTable table;

  private final Map<String, Set<String>> pointers = new ConcurrentHashMap<>();

  /** {@code value} of {@code type} as it is written after it was read. */
  public Node of(Type type, Node value) {
    return read(type, value, false);
  }

  /**
   * Whether the server takes two values at {@code place} of an object of {@code root} for the same,
   * as apimachinery's semantic equality does: quantities of one amount are.
   */
  public boolean same(Type root, FieldPath place, Node one, Node other) {
    Type type = typeAt(root, place);
    return read(type, one, true).sameAs(read(type, other, true));
  }

  private static Type typeAt(Type root, FieldPath place) {
    Type type = root;
    for (FieldPath step : place.steps()) {
      type = inside(type, step);
    }
    return type;
  }

  private static Type inside(Type type, FieldPath step) {
    if (type instanceof Type.Struct struct) {
      return struct
          .field(step.lastStep())
          .map(Field::type)
          .orElseThrow(() -> new IllegalArgumentException(struct.name() + " has no " + step));
    }
    if (type instanceof Type.ListOf list) {
      return list.item();
    }
    if (type instanceof Type.MapOf map) {
      return map.value();
    }
    throw new IllegalArgumentException("nothing is below " + step);
  }

  private Node read(Type type, Node value, boolean forComparison) {
    if (type instanceof Type.Struct struct && value instanceof Mapping mapping) {
      return struct(struct, mapping, forComparison);
    }
    if (type instanceof Type.ListOf list && value instanceof Sequence sequence) {
      return Sequence.of(sequence.items().stream()
          .map(item -> read(list.item(), item, forComparison))
          .toList());
    }
    if (type instanceof Type.MapOf map && value instanceof Mapping mapping) {
      return new Mapping(
          mapping.entries().stream()
              .map(e -> new Mapping.Entry(
                  e.key(), e.keySpan(), read(map.value(), e.value(), forComparison)))
              .toList(),
          mapping.span());
    }
    if (forComparison && type instanceof Type.Quantity) {
      return Quantity.of(value)
          .<Node>map(amount -> Scalar.of(amount.canonical()))
          .orElse(value);
    }
    return value;
  }

  private Mapping struct(Type.Struct type, Mapping value, boolean forComparison) {
    List<Mapping.Entry> entries = new ArrayList<>(value.size());
    for (Mapping.Entry entry : value.entries()) {
      Optional<Field> field = type.field(entry.key());
      Node read = field
          .map(known -> read(known.type(), entry.value(), forComparison))
          .orElse(entry.value());
      boolean isNothing = forComparison && field.isPresent() && isEmptyStruct(field.get(), read);
      if (field.isEmpty() || (isWritten(type, field.get(), read) && !isNothing)) {
        entries.add(new Mapping.Entry(entry.key(), entry.keySpan(), read));
      }
    }
    for (Field field : type.fields()) {
      Optional<Scalar> zero = zeroThatIsWritten(type, field);
      if (zero.isPresent() && value.get(field.name()).isAbsent()) {
        entries.add(new Mapping.Entry(field.name(), Span.NONE, zero.get()));
      }
    }
    return new Mapping(entries, value.span());
  }

  /** A struct that Go always holds, in which nothing is set. */
  private static boolean isEmptyStruct(Field field, Node value) {
    return field.zero().filter(ALWAYS_A_STRUCT::equals).isPresent() && value.size() == 0;
  }

  private boolean isWritten(Type.Struct owner, Field field, Node value) {
    if (value.isAbsent()) {
      return false;
    }
    if (field.type() instanceof Type.ListOf || field.type() instanceof Type.MapOf) {
      return value.size() > 0;
    }
    return !isZero(field.type(), value)
        || zeroThatIsWritten(owner, field).isPresent()
        || pointersOf(owner).contains(field.name());
  }

  private static boolean isZero(Type type, Node value) {
    if (type instanceof Type.Text || type instanceof Type.Bytes) {
      return value.isString() && value.text().isEmpty();
    }
    if (type instanceof Type.Whole) {
      return value.longOr(1) == 0;
    }
    return type instanceof Type.Truth && !value.booleanOr(true);
  }

  /** The value that Go writes of a field that has none, as far as it is a single one. */
  private static Optional<Scalar> zeroThatIsWritten(Type.Struct owner, Field field) {
    if (LEFT_OUT.getOrDefault(owner.name(), "").equals(field.name())) {
      return Optional.empty();
    }
    String zero = field.zero().orElse("");
    return switch (zero) {
      case "\"\"" -> Optional.of(Scalar.of(""));
      case "0" -> Optional.of(Scalar.of(0));
      case "false" -> Optional.of(Scalar.of(false));
      default -> Optional.empty();
    };
  }

  private TypeTable table() {
    TypeTable known = table;
    if (known == null) {
      known = TypeTable.load("pointers.tsv");
      table = known;
    }
    return known;
  }

  private Set<String> pointersOf(Type.Struct type) {
    return pointers.computeIfAbsent(
        type.name(),
        name -> table().rows(name).stream().map(Row::subject).collect(Collectors.toSet()));
  }
}
