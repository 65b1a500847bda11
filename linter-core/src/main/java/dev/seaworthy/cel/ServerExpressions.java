package dev.seaworthy.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.compiler.CelCompilerLibrary;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelListsExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelRuntimeLibrary;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.DurationLiteralValidator;
import dev.cel.validator.validators.HomogeneousLiteralValidator;
import dev.cel.validator.validators.TimestampLiteralValidator;
import dev.seaworthy.cel.CelExpressionCompiler.InvalidExpression;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Expressions as the API server takes them, in definitions and in policies: parsed, checked against
 * types and run. Safe for use by several threads.
 */
public final class ServerExpressions {

  private static final int MAX_ITERATIONS = 1_000_000;

  private final List<CelFunction> functions;
  private final Set<Extension> extensions;
  private final CelOptions options = CelOptions.current()
      .enableHeterogeneousNumericComparisons(true)
      .comprehensionMaxIterations(MAX_ITERATIONS)
      .build();
  private final CelRuntime runtime;

  /** What the library has beside the specification, and the server did not have from its beginning. */
  public enum Extension {
    /** {@code strings.quote}. */
    QUOTE,
    /** {@code sets.contains} and its like. */
    SETS,
    /** Macros over keys and values at once. */
    TWO_VARIABLES,
    /** {@code distinct}, {@code flatten}, {@code sort} and their like. */
    LISTS
  }

  /** Expressions that can use {@code functions} and {@code extensions} beside the specification. */
  public ServerExpressions(List<CelFunction> functions, Set<Extension> extensions) {
    this.functions = List.copyOf(functions);
    this.extensions = Set.copyOf(extensions);
    var builder = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(options);
    for (Object library : libraries()) {
      builder.addLibraries((CelRuntimeLibrary) library);
    }
    this.runtime = builder
        .setStandardFunctions(ServerEquality.otherFunctions())
        .addFunctionBindings(new ServerEquality(options).bindings())
        .addFunctionBindings(LibraryFunctions.bindings(functions))
        .setValueProvider(PatchObject.provider())
        .build();
  }

  /** What an expression may speak of. */
  public final class Scope {

    private final CelCompiler compiler;
    private final CelValidator validator;

    private Scope(CelCompiler compiler) {
      this.compiler = compiler;
      this.validator = CelValidatorFactory.standardCelValidatorBuilder(compiler, runtime)
          .addAstValidators(
              HomogeneousLiteralValidator.newInstance("format"),
              FormatClauses.VALIDATOR,
              DurationLiteralValidator.INSTANCE,
              TimestampLiteralValidator.INSTANCE,
              PatternLiterals.VALIDATOR)
          .build();
    }

    /** @throws InvalidExpression if {@code source} is no expression, or one of wrong types */
    public Expression compile(String source) throws InvalidExpression {
      try {
        CelAbstractSyntaxTree tree = compiler.compile(source).getAst();
        validator.validate(tree).getAst();
        return new Expression(
            tree, new LimitedProgram(runtime.createProgram(tree), new GrowingCalls(tree)));
      } catch (CelValidationException invalid) {
        throw new InvalidExpression(invalid);
      } catch (CelEvaluationException invalid) {
        throw new InvalidExpression(String.valueOf(invalid.getMessage()), invalid);
      }
    }
  }

  /** An expression that was checked. */
  public record Expression(CelAbstractSyntaxTree tree, CelProgram program) {

    /** The type of what it gives. */
    public CelType type() {
      return tree.getResultType();
    }

    /** Whether it gives a list of operations, as a patch of an admission policy must. */
    public boolean isJsonPatch() {
      return PatchTypes.isJsonPatch(type());
    }

    /** Whether it gives an object to be applied, as the other kind of patch must. */
    public boolean isApplyConfiguration() {
      return PatchTypes.isApplyConfiguration(type());
    }

    /** Whether it uses a variable. */
    public boolean uses(String variable) {
      return tree.getReferenceMap().values().stream()
          .anyMatch(reference -> reference.name().equals(variable));
    }
  }

  /** A scope with {@code variables}, whose types {@code types} knows by name. */
  public Scope scope(Map<String, CelType> variables, CelTypeProvider types) {
    return new Scope(compiler(variables, types).build());
  }

  /** The same, in which expressions can name intermediate values by {@code cel.bind}. */
  public Scope scopeWithBindings(Map<String, CelType> variables, CelTypeProvider types) {
    return new Scope(
        compiler(variables, types).addLibraries(CelExtensions.bindings()).build());
  }

  /**
   * Compiles an expression that can write objects to patch others with, as those of
   * MutatingAdmissionPolicies do; they are {@link PatchObject}s.
   *
   * @throws InvalidExpression if {@code source} is no expression, or one of wrong types
   */
  public Expression compilePatch(
      String source, Map<String, CelType> variables, CelTypeProvider types)
      throws InvalidExpression {
    try {
      CelAbstractSyntaxTree parsed =
          compiler(variables, types).build().parse(source).getAst();
      return scope(variables, new PatchTypes(types, parsed)).compile(source);
    } catch (CelValidationException invalid) {
      throw new InvalidExpression(invalid);
    }
  }

  private CelCompilerBuilder compiler(Map<String, CelType> variables, CelTypeProvider types) {
    CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
        .setOptions(options)
        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
        .addMacros(SortByMacro.macro())
        .addFunctionDeclarations(
            functions.stream().map(LibraryFunctions::declaration).toList())
        .setTypeProvider(types);
    for (Object library : libraries()) {
      builder.addLibraries((CelCompilerLibrary) library);
    }
    variables.forEach(builder::addVar);
    return builder;
  }

  private List<Object> libraries() {
    List<Object> libraries = new ArrayList<>();
    libraries.add(CelExtensions.optional());
    Set<CelStringExtensions.Function> texts = EnumSet.of(
        CelStringExtensions.Function.CHAR_AT,
        CelStringExtensions.Function.INDEX_OF,
        CelStringExtensions.Function.JOIN,
        CelStringExtensions.Function.LAST_INDEX_OF,
        CelStringExtensions.Function.LOWER_ASCII,
        CelStringExtensions.Function.REPLACE,
        CelStringExtensions.Function.SPLIT,
        CelStringExtensions.Function.SUBSTRING,
        CelStringExtensions.Function.TRIM,
        CelStringExtensions.Function.UPPER_ASCII);
    if (extensions.contains(Extension.QUOTE)) {
      texts.add(CelStringExtensions.Function.QUOTE);
    }
    libraries.add(CelExtensions.strings(texts));
    if (extensions.contains(Extension.TWO_VARIABLES)) {
      libraries.add(CelExtensions.comprehensions());
    }
    if (extensions.contains(Extension.LISTS)) {
      libraries.add(CelExtensions.lists(
          CelListsExtensions.Function.DISTINCT,
          CelListsExtensions.Function.FLATTEN,
          CelListsExtensions.Function.RANGE,
          CelListsExtensions.Function.REVERSE,
          CelListsExtensions.Function.SLICE,
          CelListsExtensions.Function.SORT));
    }
    if (extensions.contains(Extension.SETS)) {
      libraries.add(CelExtensions.sets(options));
    }
    return libraries;
  }
}
