package dev.seaworthy.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Optional;
import java.util.regex.Pattern;

/** An expression that the library evaluates. */
record LibraryProgram(CelRuntime.Program program) implements CelProgram {

  /** How the library says that a macro got a failure in place of a value. */
  private static final Pattern WRAPPED = Pattern.compile(
      "(?:Expected [a-z]+ value, found ?: ?)?"
          + "ErrorValue\\{exprId=\\d+, value=(?:(?:\\w+\\.)+\\w+: )*(.*)\\}$",
      Pattern.DOTALL);

  @Override
  public Object evaluate(Variables variables) throws Failure {
    try {
      return program.eval(
          name -> Optional.ofNullable(variables.find(name)).map(CelValues::ofPlain));
    } catch (CelEvaluationException failure) {
      throw failure(failure);
    }
  }

  /** A failure of the library in our words. */
  static Failure failure(CelEvaluationException failure) {
    return new Failure(reason(failure), said(failure), failure);
  }

  /** What went wrong, without the names of classes around it. */
  private static String said(CelEvaluationException failure) {
    return WRAPPED.matcher(String.valueOf(failure.getMessage())).replaceFirst("$1");
  }

  private static Reason reason(CelEvaluationException failure) {
    return switch (failure.getErrorCode()) {
      case OVERLOAD_NOT_FOUND -> Reason.MISTYPED;
      case BAD_FORMAT -> Reason.UNREADABLE;
      default ->
        failure.getCause() instanceof IllegalArgumentException ? Reason.UNREADABLE : Reason.OTHER;
    };
  }
}
