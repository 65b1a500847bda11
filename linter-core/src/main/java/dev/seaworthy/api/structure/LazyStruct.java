package dev.seaworthy.api.structure;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A struct whose fields are read at the first question. Structs point at each other by name until
 * then, so that a kind costs no more than the part of it that an object uses.
 */
final class LazyStruct implements Type.Struct {

  private final String name;
  private final Supplier<TypeEntry> entry;
  private final Function<TypeName, Type> structs;

  /** Two threads may both make it; what they make is the same. */
  private volatile @Nullable Content content;

  private record Content(
      List<Field> fields, Map<String, Field> byName, boolean atomic, boolean open) {}

  LazyStruct(String name, Supplier<TypeEntry> entry, Function<TypeName, Type> structs) {
    this.name = name;
    this.entry = entry;
    this.structs = structs;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Field> fields() {
    return content().fields();
  }

  @Override
  public Optional<Field> field(String field) {
    return Optional.ofNullable(content().byName().get(field));
  }

  @Override
  public boolean atomic() {
    return content().atomic();
  }

  @Override
  public boolean open() {
    return content().open();
  }

  private Content content() {
    Content made = content;
    if (made == null) {
      made = read();
      content = made;
    }
    return made;
  }

  private Content read() {
    TypeEntry type = entry.get();
    List<Field> fields = new ArrayList<>(type.fields().size());
    Map<String, Field> byName = new HashMap<>(type.fields().size() * 2);
    type.fields().forEach((key, value) -> {
      Field field = field(key, value);
      fields.add(field);
      byName.put(key, field);
    });
    return new Content(List.copyOf(fields), byName, type.atomic(), type.open());
  }

  private Field field(String key, FieldEntry field) {
    return new Field(
        key,
        TypeExpression.parse(field.type(), structs),
        field.required(),
        field.enumeration(),
        field.zero().isEmpty() ? Optional.empty() : Optional.of(field.zero()),
        patch(field.patch()));
  }

  private static Field.Patch patch(String text) {
    if (text.isEmpty()) {
      return Field.Patch.NONE;
    }
    int by = text.indexOf(" by ");
    String strategy = by < 0 ? text : text.substring(0, by);
    return new Field.Patch(
        strategy.contains("merge"),
        strategy.contains("retainKeys"),
        by < 0 ? "" : text.substring(by + 4));
  }

  @Override
  public String toString() {
    return name;
  }
}
