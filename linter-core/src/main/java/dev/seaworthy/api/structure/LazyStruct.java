package dev.seaworthy.api.structure;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A struct whose fields are read at the first question. Structs point at each other by name until
 * then, so that a kind costs no more than the part of it that an object uses.
 */
final class LazyStruct implements Type.Struct {

  private final String name;
  private final StructureSource source;
  private final StructFinder structs;

  /** Two threads may both make it; what they make is the same. */
  private volatile @Nullable Content content;

  private record Content(
      List<Field> fields, Map<String, Field> byName, boolean atomic, boolean open) {}

  LazyStruct(String name, StructureSource source, StructFinder structs) {
    this.name = name;
    this.source = source;
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
    Optional<TypeEntry> type = source.type(name);
    if (type.isEmpty()) {
      throw new IllegalStateException("A field is of the type " + name + ", which is missing");
    }
    Map<String, FieldEntry> entries = type.get().fields();
    List<Field> fields = new ArrayList<>(entries.size());
    Map<String, Field> byName = new HashMap<>(entries.size() * 2);
    for (Map.Entry<String, FieldEntry> entry : entries.entrySet()) {
      Field field = field(entry.getKey(), entry.getValue());
      fields.add(field);
      byName.put(field.name(), field);
    }
    return new Content(
        List.copyOf(fields), byName, type.get().atomic(), type.get().open());
  }

  private Field field(String key, FieldEntry field) {
    return new Field(
        // The very text that keys of files are, which makes these easy to find.
        key.intern(),
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
