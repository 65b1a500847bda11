package dev.seaworthy.api.crd;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a schema as those of a struct, made when somebody looks at them. */
public final class SchemaStruct implements Type.Struct {

  private final String name;
  private final StructuralSchema schema;

  /** What every object has; of a schema within an object that is none itself, nothing. */
  private final List<Field> ofEveryObject;

  private final Type.Struct meta;
  private volatile @Nullable Map<String, Field> fields;

  SchemaStruct(String name, StructuralSchema schema, List<Field> ofEveryObject, Type.Struct meta) {
    this.name = name;
    this.schema = schema;
    this.ofEveryObject = ofEveryObject;
    this.meta = meta;
  }

  static SchemaStruct ofRoot(String name, StructuralSchema schema, Type.Struct meta) {
    return new SchemaStruct(name, schema, everyObject(meta), meta);
  }

  /** What an object has whatever its schema says. */
  static List<Field> everyObject(Type.Struct meta) {
    return List.of(
        new Field("apiVersion", new Type.Text(), false, List.of()),
        new Field("kind", new Type.Text(), false, List.of()),
        new Field("metadata", meta, false, List.of()));
  }

  public StructuralSchema schema() {
    return schema;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Field> fields() {
    return byName().values().stream().sorted(Comparator.comparing(Field::name)).toList();
  }

  @Override
  public Optional<Field> field(String field) {
    return Optional.ofNullable(byName().get(field));
  }

  @Override
  public boolean atomic() {
    return schema.atomicMap();
  }

  @Override
  public boolean open() {
    return schema.keepsUnknown();
  }

  private Map<String, Field> byName() {
    Map<String, Field> made = fields;
    if (made == null) {
      made = read();
      fields = made;
    }
    return made;
  }

  private Map<String, Field> read() {
    List<String> required = schema.required();
    Map<String, Field> read = new HashMap<>();
    schema
        .properties()
        .forEach((key, property) -> read.put(key, field(key, property, required.contains(key))));
    ofEveryObject.forEach(field -> read.put(field.name(), field));
    return Map.copyOf(read);
  }

  private Field field(String key, StructuralSchema property, boolean required) {
    StructuralSchema holder = property.items() == null ? property : property.items();
    List<String> values = new ArrayList<>();
    holder.rules().enumeration().forEach(value -> values.add(value.stringOr(value.toJson())));
    Optional<String> defaultValue = property.defaultValue().isPresent()
        ? Optional.of(property.defaultValue().toJson())
        : Optional.empty();
    Type type = SchemaType.of(name + "." + key, property, meta);
    return new Field(key, type, required, values, defaultValue, Field.Patch.NONE);
  }

  @Override
  public String toString() {
    return name;
  }
}
