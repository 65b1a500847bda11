package dev.seaworthy.validate.rules;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.seaworthy.api.Field;
import dev.seaworthy.api.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The types that objects of a kind have in expressions, beside those of another provider. */
@SuppressWarnings("Immutable") // made for one policy, by one thread
final class KindTypes implements CelTypeProvider {

  private final CelTypeProvider others;
  private final Map<String, CelType> structs = new LinkedHashMap<>();

  KindTypes(CelTypeProvider others) {
    this.others = others;
  }

  /** The type of values of {@code type}; what has several types, or any, has any. */
  CelType of(Type type) {
    if (type instanceof Type.Struct struct) {
      return struct.open() || struct.fields().isEmpty() ? SimpleType.DYN : struct(struct);
    }
    if (type instanceof Type.ListOf list) {
      return ListType.create(of(list.item()));
    }
    if (type instanceof Type.MapOf map) {
      return MapType.create(SimpleType.STRING, of(map.value()));
    }
    if (type instanceof Type.Text) {
      return SimpleType.STRING;
    }
    if (type instanceof Type.Whole) {
      return SimpleType.INT;
    }
    if (type instanceof Type.Truth) {
      return SimpleType.BOOL;
    }
    return type instanceof Type.Real ? SimpleType.DOUBLE : SimpleType.DYN;
  }

  /** Fields get their types when they are asked for: some types are made of themselves. */
  private CelType struct(Type.Struct struct) {
    CelType known = structs.get(struct.name());
    if (known == null) {
      Map<String, Type> fields = new LinkedHashMap<>();
      for (Field field : struct.fields()) {
        FieldNames.all(field.name()).forEach(name -> fields.put(name, field.type()));
      }
      known = StructType.create(
          struct.name(),
          ImmutableSet.copyOf(fields.keySet()),
          name -> Optional.ofNullable(fields.get(name)).map(this::of));
      structs.put(struct.name(), known);
    }
    return known;
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.<CelType>builder()
        .addAll(structs.values())
        .addAll(others.types())
        .build();
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(structs.get(name)).or(() -> others.findType(name));
  }
}
