package dev.seaworthy.cel;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelProtoAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.expr.CheckedExpr;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import java.util.HashSet;
import java.util.Set;

/**
 * Parses and checks expressions. Apart from {@link CelEnvironment}, so that a command which only
 * runs shipped rules never loads the compiler's classes.
 */
public final class CelExpressionCompiler {

  private final CelEnvironment environment;

  public CelExpressionCompiler(CelEnvironment environment) {
    this.environment = environment;
  }

  /** An expression that cannot be parsed or does not have the type asked for. */
  public static final class InvalidExpression extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidExpression(String message, Throwable cause) {
      super(message, cause);
    }

    /** With the first thing that is wrong, which mostly is the reason for all others. */
    InvalidExpression(CelValidationException invalid) {
      this(
          invalid.getErrors().stream().findFirst().map(InvalidExpression::told).orElse(""),
          invalid);
    }

    private static String told(CelIssue issue) {
      CelSourceLocation place = issue.getSourceLocation();
      return "at " + place.getLine() + ":" + (place.getColumn() + 1) + ", "
          + issue.getMessage().replace(" (in container '')", "");
    }
  }

  /**
   * Checks that {@code source} gives a value of type {@code result}; the bytes are for
   * {@link CelEnvironment#load}.
   */
  public byte[] compile(String source, ValueType result) throws InvalidExpression {
    try {
      CelAbstractSyntaxTree tree = compiler(result).compile(source).getAst();
      return CelProtoAbstractSyntaxTree.fromCelAst(tree).toCheckedExpr().toBuilder()
          .clearSourceInfo()
          .build()
          .toByteArray();
    } catch (CelValidationException invalid) {
      throw new InvalidExpression(invalid);
    }
  }

  /** The names of the variables, and the ids of the overloads, that a compiled expression uses. */
  public static Set<String> references(byte[] checked) {
    try {
      Set<String> references = new HashSet<>();
      CheckedExpr.parseFrom(checked).getReferenceMapMap().values().forEach(reference -> {
        references.add(reference.getName());
        references.addAll(reference.getOverloadIdList());
      });
      return references;
    } catch (InvalidProtocolBufferException broken) {
      throw new IllegalArgumentException("not a compiled expression", broken);
    }
  }

  private CelCompiler compiler(ValueType result) {
    CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
        .setOptions(CelEnvironment.options())
        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
        .addLibraries(CelExtensions.optional(), CelExtensions.strings())
        .addFunctionDeclarations(
            environment.functions().stream().map(LibraryFunctions::declaration).toList())
        .setResultType(LibraryTypes.of(result));
    environment.variables().forEach((name, type) -> builder.addVar(name, LibraryTypes.of(type)));
    return builder.build();
  }
}
