package dev.seaworthy.validate;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Field;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.Type;
import dev.seaworthy.api.crd.CustomStruct;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.validate.data.Row;
import dev.seaworthy.validate.data.TypeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * An object as a client reads it back from the server, which has been through Go's structs: 0,
 * {@code false}, empty texts, lists and maps are gone where Go can't tell them from nothing, and are
 * written where Go always writes a field. Objects of custom kinds are stored as they are. Safe for
 * use by several threads.
 */
public final class ReadForm {

  private final ApiCatalog catalog;
  private final TypeTable table;
  private final Map<String, Set<String>> pointers = new ConcurrentHashMap<>();

  public ReadForm(ApiCatalog catalog) {
    this.catalog = catalog;
    this.table = TypeTable.load("pointers.tsv");
  }

  /** {@code object}, which has its defaults, as it is read back. */
  public Resource of(Resource object) {
    Optional<Type.Struct> type = catalog.find(object.gvk()).map(ResourceType::struct);
    return type.filter(struct -> !(struct instanceof CustomStruct))
        .map(struct -> new Resource(struct(struct, object.root())))
        .orElse(object);
  }

  private Mapping struct(Type.Struct type, Mapping value) {
    List<Mapping.Entry> entries = new ArrayList<>(value.size());
    for (Mapping.Entry entry : value.entries()) {
      Optional<Field> field = type.field(entry.key());
      Node read = field.map(known -> value(known.type(), entry.value())).orElse(entry.value());
      if (field.isEmpty() || isWritten(type, field.get(), read)) {
        entries.add(new Mapping.Entry(entry.key(), entry.keySpan(), read));
      }
    }
    for (Field field : type.fields()) {
      Optional<Scalar> zero = zeroThatIsWritten(field);
      if (zero.isPresent() && value.get(field.name()).isAbsent()) {
        entries.add(new Mapping.Entry(field.name(), Span.NONE, zero.get()));
      }
    }
    return new Mapping(entries, value.span());
  }

  private Node value(Type type, Node value) {
    if (type instanceof Type.Struct struct && value instanceof Mapping mapping) {
      return struct(struct, mapping);
    }
    if (type instanceof Type.ListOf list && value instanceof Sequence sequence) {
      return Sequence.of(
          sequence.items().stream().map(item -> value(list.item(), item)).toList());
    }
    if (type instanceof Type.MapOf map && value instanceof Mapping mapping) {
      return new Mapping(
          mapping.entries().stream()
              .map(e -> new Mapping.Entry(e.key(), e.keySpan(), value(map.value(), e.value())))
              .toList(),
          mapping.span());
    }
    return value;
  }

  private boolean isWritten(Type.Struct owner, Field field, Node value) {
    if (value.isAbsent()) {
      return false;
    }
    if (field.type() instanceof Type.ListOf || field.type() instanceof Type.MapOf) {
      return value.size() > 0;
    }
    return !isZero(field.type(), value)
        || zeroThatIsWritten(field).isPresent()
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
  private static Optional<Scalar> zeroThatIsWritten(Field field) {
    String zero = field.zero().orElse("");
    return switch (zero) {
      case "\"\"" -> Optional.of(Scalar.of(""));
      case "0" -> Optional.of(Scalar.of(0));
      case "false" -> Optional.of(Scalar.of(false));
      default -> Optional.empty();
    };
  }

  private Set<String> pointersOf(Type.Struct type) {
    return pointers.computeIfAbsent(
        type.name(),
        name -> table.rows(name).stream().map(Row::subject).collect(Collectors.toSet()));
  }
}
