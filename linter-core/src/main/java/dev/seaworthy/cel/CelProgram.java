package dev.seaworthy.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An expression, ready to be asked. */
public final class CelProgram {

  private final CelRuntime.Program program;

  CelProgram(CelRuntime.Program program) {
    this.program = program;
  }

  /** An expression that gave no value: a field that is not there, a wrong type, too much work. */
  public static final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    Failure(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The values of variables, as {@link CelValues} gives them. */
  @FunctionalInterface
  public interface Variables {
    /** The value of that name; null if there is none. */
    @Nullable
    Object find(String name);
  }

  /**
   * The value of the expression.
   *
   * @throws Failure if the expression fails for these values
   */
  public Object evaluate(Variables variables) throws Failure {
    try {
      return program.eval(name -> Optional.ofNullable(variables.find(name)));
    } catch (CelEvaluationException failure) {
      throw new Failure(String.valueOf(failure.getMessage()), failure);
    }
  }
}
