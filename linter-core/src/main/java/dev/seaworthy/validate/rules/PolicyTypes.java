package dev.seaworthy.validate.rules;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.seaworthy.api.Type;
import dev.seaworthy.cel.CelExpressionCompiler.InvalidExpression;
import dev.seaworthy.cel.ServerExpressions;
import dev.seaworthy.cel.ServerExpressions.Expression;
import dev.seaworthy.validate.field.Request;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the expressions of an admission policy have the right types: objects are of any type,
 * requests and namespaces of their own. Expressions about permissions (authorizer) are not judged.
 */
public final class PolicyTypes {

  private static final CelType TEXT = SimpleType.STRING;
  private static final CelType TEXTS = MapType.create(TEXT, TEXT);

  private final boolean hasParams;
  private final SchemaTypes types = new SchemaTypes();
  private final KindTypes kinds = new KindTypes(types);
  private CelType object = SimpleType.DYN;
  private CelType params = SimpleType.DYN;
  private final Map<String, CelType> variables = new LinkedHashMap<>();

  private final Supplier<ServerExpressions> library;

  /** Made for the first expression. */
  private @Nullable ServerExpressions expressions;

  /**
   * For policies that {@code request} writes.
   *
   * @param hasParams whether the policy has parameters
   */
  public PolicyTypes(boolean hasParams, Request request) {
    this(hasParams, () -> ServerLibrary.expressions(request));
  }

  private PolicyTypes(boolean hasParams, Supplier<ServerExpressions> library) {
    this.hasParams = hasParams;
    this.library = library;
  }

  /** Types for objects of one kind, and for parameters of one; of any where there is none. */
  static PolicyTypes of(Type.Struct object, boolean hasParams, Optional<Type.Struct> params) {
    PolicyTypes types = new PolicyTypes(hasParams, ServerLibrary::expressions);
    types.object = types.kinds.of(object);
    types.params = params.<CelType>map(types.kinds::of).orElse(SimpleType.DYN);
    return types;
  }

  /** What is wrong with an expression, whatever it gives. */
  String anything(String source) {
    if (isUnjudged(source)) {
      return "";
    }
    try {
      compile(source, variables);
      return "";
    } catch (InvalidExpression invalid) {
      return String.valueOf(invalid.getMessage());
    }
  }

  /** What is wrong with a match condition; empty if nothing is. */
  public String condition(String source) {
    return problem(source, false, List.of(SimpleType.BOOL));
  }

  /** What is wrong with a variable, which expressions after it may use. */
  public String variable(String name, String source) {
    variables.put(name, SimpleType.DYN);
    if (isUnjudged(source)) {
      return "";
    }
    Map<String, CelType> before = new LinkedHashMap<>(variables);
    before.remove(name);
    try {
      variables.put(name, compile(source, before).type());
      return "";
    } catch (InvalidExpression invalid) {
      return "is no valid expression: " + invalid.getMessage();
    }
  }

  /** What is wrong with a validation. */
  public String validation(String source) {
    return problem(source, true, List.of(SimpleType.BOOL));
  }

  /** What is wrong with the expression of a message, which has no say in permissions. */
  public String message(String source) {
    return isUnjudged(source) ? "must not use authorizer" : problem(source, true, List.of(TEXT));
  }

  /** What is wrong with the value of an audit annotation. */
  public String annotation(String source) {
    return problem(source, true, List.of(TEXT, SimpleType.NULL_TYPE));
  }

  /** What is wrong with an expression that gives operations on an object. */
  public String jsonPatch(String source) {
    return patch(source, Expression::isJsonPatch, "must give a list of JSONPatch");
  }

  /** What is wrong with an expression that gives what is to be merged into an object. */
  public String applyConfiguration(String source) {
    return patch(source, Expression::isApplyConfiguration, "must give an Object");
  }

  private String patch(String source, Predicate<Expression> isOne, String wanted) {
    if (isUnjudged(source)) {
      return "";
    }
    try {
      Expression expression = expressions().compilePatch(source, scope(variables), kinds);
      return isOne.test(expression) ? "" : wanted + ", not " + expression.type().name();
    } catch (InvalidExpression invalid) {
      return "is no valid expression: " + invalid.getMessage();
    }
  }

  private static boolean isUnjudged(String source) {
    return source.contains("authorizer");
  }

  private String problem(String source, boolean hasVariables, List<CelType> wanted) {
    if (isUnjudged(source)) {
      return "";
    }
    try {
      CelType type = compile(source, hasVariables ? variables : null).type();
      return wanted.contains(type)
          ? ""
          : "must give " + wanted.get(0).name() + ", not " + type.name();
    } catch (InvalidExpression invalid) {
      return "is no valid expression: " + invalid.getMessage();
    }
  }

  private Expression compile(String source, @Nullable Map<String, CelType> known)
      throws InvalidExpression {
    return expressions().scope(scope(known), kinds).compile(source);
  }

  private ServerExpressions expressions() {
    ServerExpressions made = expressions;
    if (made == null) {
      made = library.get();
      expressions = made;
    }
    return made;
  }

  private Map<String, CelType> scope(@Nullable Map<String, CelType> known) {
    Map<String, CelType> scope = new HashMap<>();
    scope.put("object", object);
    scope.put("oldObject", object);
    scope.put("request", request());
    scope.put("namespaceObject", namespace());
    if (hasParams) {
      scope.put("params", params);
    }
    if (known != null) {
      scope.put("variables", types.struct(Map.copyOf(known)));
    }
    return scope;
  }

  private CelType request() {
    CelType kind = types.struct(Map.of("group", TEXT, "version", TEXT, "kind", TEXT));
    CelType resource = types.struct(Map.of("group", TEXT, "version", TEXT, "resource", TEXT));
    CelType user = types.struct(Map.of(
        "username",
        TEXT,
        "uid",
        TEXT,
        "groups",
        ListType.create(TEXT),
        "extra",
        MapType.create(TEXT, ListType.create(TEXT))));
    Map<String, CelType> fields = new HashMap<>();
    for (String text :
        List.of("subResource", "requestSubResource", "name", "namespace", "operation")) {
      fields.put(text, TEXT);
    }
    fields.put("kind", kind);
    fields.put("requestKind", kind);
    fields.put("resource", resource);
    fields.put("requestResource", resource);
    fields.put("userInfo", user);
    fields.put("dryRun", SimpleType.BOOL);
    fields.put("options", SimpleType.DYN);
    return types.struct(fields);
  }

  private CelType namespace() {
    CelType meta = types.struct(Map.of(
        "name", TEXT,
        "generateName", TEXT,
        "namespace", TEXT,
        "labels", TEXTS,
        "annotations", TEXTS,
        "UID", TEXT,
        "creationTimestamp", SimpleType.TIMESTAMP,
        "deletionTimestamp", SimpleType.TIMESTAMP,
        "deletionGracePeriodSeconds", SimpleType.INT,
        "resourceVersion", TEXT));
    return types.struct(Map.of(
        "metadata", meta,
        "spec", types.struct(Map.of("finalizers", ListType.create(TEXT))),
        "status", types.struct(Map.of("phase", TEXT))));
  }
}
