package dev.seaworthy.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.Optional;

/**
 * The types that expressions of MutatingAdmissionPolicies write objects of: {@code JSONPatch}, and
 * {@code Object} with all that begins with it, which has every field. The library wants to know the
 * fields beforehand, so they are those that an expression speaks of.
 */
@SuppressWarnings("Immutable") // made for one expression
final class PatchTypes implements CelTypeProvider {

  static final String OBJECT = "Object";
  private static final String JSON_PATCH = "JSONPatch";
  private static final ImmutableSet<String> JSON_PATCH_FIELDS =
      ImmutableSet.of("op", "path", "from", "value");

  private final CelTypeProvider others;
  private final ImmutableSet<String> fields;

  /** Those of {@code others}, and those of an expression that was parsed. */
  PatchTypes(CelTypeProvider others, CelAbstractSyntaxTree expression) {
    this.others = others;
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    CelNavigableAst.fromAst(expression)
        .getRoot()
        .allNodes()
        .map(node -> node.expr())
        .forEach(one -> collect(one, names));
    this.fields = names.build();
  }

  private static void collect(CelExpr expression, ImmutableSet.Builder<String> names) {
    if (expression.getKind() == ExprKind.Kind.STRUCT) {
      expression.struct().entries().forEach(entry -> names.add(entry.fieldKey()));
    } else if (expression.getKind() == ExprKind.Kind.SELECT) {
      names.add(expression.select().field());
    }
  }

  static boolean isOne(String typeName) {
    return typeName.equals(JSON_PATCH) || isObject(typeName);
  }

  private static boolean isObject(String typeName) {
    return typeName.equals(OBJECT) || typeName.startsWith(OBJECT + ".");
  }

  /** Whether an expression of {@code type} gives a list of operations. */
  static boolean isJsonPatch(CelType type) {
    return type instanceof ListType list && isStruct(list.elemType(), JSON_PATCH);
  }

  /** Whether an expression of {@code type} gives an object to be applied. */
  static boolean isApplyConfiguration(CelType type) {
    return isStruct(type, OBJECT);
  }

  private static boolean isStruct(CelType type, String name) {
    return type.kind() == CelKind.STRUCT && type.name().equals(name);
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.<CelType>builder()
        .addAll(others.types())
        .add(patch(), object(OBJECT))
        .build();
  }

  @Override
  public Optional<CelType> findType(String name) {
    if (name.equals(JSON_PATCH)) {
      return Optional.of(patch());
    }
    return isObject(name) ? Optional.of(object(name)) : others.findType(name);
  }

  private static CelType patch() {
    return StructType.create(
        JSON_PATCH,
        JSON_PATCH_FIELDS,
        field -> Optional.of(field.equals("value") ? SimpleType.DYN : SimpleType.STRING));
  }

  private CelType object(String name) {
    return StructType.create(name, fields, field -> Optional.of(SimpleType.DYN));
  }
}
