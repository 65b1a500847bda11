package dev.seaworthy.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Optional;

/** An expression that the library evaluates. */
record LibraryProgram(CelRuntime.Program program) implements CelProgram {

  @Override
  public Object evaluate(Variables variables) throws Failure {
    try {
      return program.eval(
          name -> Optional.ofNullable(variables.find(name)).map(CelValues::ofPlain));
    } catch (CelEvaluationException failure) {
      throw new Failure(reason(failure), String.valueOf(failure.getMessage()), failure);
    }
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
