package dev.seaworthy.validate.rules;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.seaworthy.cel.CelExpressionCompiler.InvalidExpression;
import dev.seaworthy.cel.LibraryTypes;
import dev.seaworthy.cel.ServerExpressions.Scope;
import dev.seaworthy.cel.server.ServerQuantityFunctions;
import java.util.Map;
import java.util.Optional;

/** Expressions that select devices. Mirrors the environment of dynamic resource allocation. */
@SuppressWarnings("Immutable") // its scope does not change once it is made
public final class DeviceExpressions implements CelTypeProvider {

  private static final String DEVICE_TYPE = "kubernetes.DRADevice";
  private static final ImmutableMap<String, CelType> FIELDS = ImmutableMap.of(
      "driver",
      SimpleType.STRING,
      "allowMultipleAllocations",
      SimpleType.BOOL,
      "attributes",
      byDomain(SimpleType.DYN),
      "capacity",
      byDomain(LibraryTypes.of(ServerQuantityFunctions.QUANTITY)));

  private final CelType device = StructType.create(
      DEVICE_TYPE, FIELDS.keySet(), field -> Optional.ofNullable(FIELDS.get(field)));
  private final Scope scope =
      ServerLibrary.expressions().scopeWithBindings(Map.of("device", device), this);

  private static CelType byDomain(CelType values) {
    return MapType.create(SimpleType.STRING, MapType.create(SimpleType.STRING, values));
  }

  /** What is wrong with a selector; empty if nothing is. */
  public Optional<String> problem(String expression) {
    try {
      CelType type = scope.compile(expression).type();
      return type.equals(SimpleType.BOOL) || type.equals(SimpleType.DYN)
          ? Optional.empty()
          : Optional.of("must give true or false, not " + type.name());
    } catch (InvalidExpression invalid) {
      return Optional.of("is no valid expression: " + invalid.getMessage());
    }
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.of(device);
  }

  @Override
  public Optional<CelType> findType(String name) {
    return name.equals(DEVICE_TYPE) ? Optional.of(device) : Optional.empty();
  }
}
