package dev.seaworthy.cel;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.cel.common.CelOptions;
import dev.cel.common.CelProtoAbstractSyntaxTree;
import dev.cel.expr.CheckedExpr;
import dev.cel.extensions.CelExtensions;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What expressions can use: variables by name and functions. The same environment serves to compile
 * an expression when the product is built and to run it later.
 */
public final class CelEnvironment {

  /** Bounds the work of one evaluation, whatever the expression and the input. */
  private static final int MAX_ITERATIONS = 1_000_000;

  private final Map<String, ValueType> variables;
  private final List<CelFunction> functions;
  private @Nullable CelRuntime runtime;

  public CelEnvironment(Map<String, ValueType> variables, List<CelFunction> functions) {
    this.variables = Map.copyOf(variables);
    this.functions = List.copyOf(functions);
  }

  Map<String, ValueType> variables() {
    return variables;
  }

  List<CelFunction> functions() {
    return functions;
  }

  static CelOptions options() {
    return CelOptions.current()
        .enableHeterogeneousNumericComparisons(true)
        .comprehensionMaxIterations(MAX_ITERATIONS)
        .build();
  }

  /**
   * Loads an expression that {@link CelExpressionCompiler} checked in an environment with the same
   * functions.
   *
   * @throws IllegalStateException if the bytes are no checked expression, or one of another
   *     environment: the product is broken
   */
  public CelProgram load(byte[] checked) {
    try {
      var tree = CelProtoAbstractSyntaxTree.fromCheckedExpr(CheckedExpr.parseFrom(checked))
          .getAst();
      return new LibraryProgram(runtime().createProgram(tree));
    } catch (InvalidProtocolBufferException | CelEvaluationException broken) {
      throw new IllegalStateException("a compiled expression cannot be loaded", broken);
    }
  }

  /** Makes ready what the first expression would have to wait for. Safe to call from any thread. */
  public void prepare() {
    runtime();
  }

  /** Made on first use: a command that runs no expression does not pay for it. */
  private synchronized CelRuntime runtime() {
    if (runtime == null) {
      runtime = CelRuntimeFactory.plannerRuntimeBuilder()
          .setOptions(options())
          .addLibraries(CelExtensions.optional(), CelExtensions.strings())
          .addFunctionBindings(functions.stream().map(LibraryFunctions::binding).toList())
          .build();
    }
    return runtime;
  }
}
