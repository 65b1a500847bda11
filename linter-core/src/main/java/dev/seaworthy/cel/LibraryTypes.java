package dev.seaworthy.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import java.util.List;

/** Our types as the library has them. */
public final class LibraryTypes {

  private LibraryTypes() {}

  public static CelType of(ValueType type) {
    List<CelType> parameters = of(type.parameters());
    return switch (type.kind()) {
      case BOOL -> SimpleType.BOOL;
      case INT -> SimpleType.INT;
      case UINT -> SimpleType.UINT;
      case DOUBLE -> SimpleType.DOUBLE;
      case STRING -> SimpleType.STRING;
      case BYTES -> SimpleType.BYTES;
      case DURATION -> SimpleType.DURATION;
      case TIMESTAMP -> SimpleType.TIMESTAMP;
      case DYN -> SimpleType.DYN;
      case LIST -> ListType.create(parameters.get(0));
      case MAP -> MapType.create(parameters.get(0), parameters.get(1));
      case OPTIONAL -> OptionalType.create(parameters.get(0));
      case OPAQUE -> OpaqueType.create(type.name());
      case PARAMETER -> TypeParamType.create(type.name());
    };
  }

  static List<CelType> of(List<ValueType> types) {
    return types.stream().map(LibraryTypes::of).toList();
  }
}
