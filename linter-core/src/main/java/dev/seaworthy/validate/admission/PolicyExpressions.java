package dev.seaworthy.validate.admission;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.seaworthy.cel.CelExpressionCompiler.InvalidExpression;
import dev.seaworthy.cel.CelProgram;
import dev.seaworthy.cel.ServerExpressions;
import dev.seaworthy.cel.ServerExpressions.Expression;
import dev.seaworthy.cel.ServerExpressions.Scope;
import dev.seaworthy.validate.rules.ServerLibrary;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The expressions of policies, compiled once. Objects are of any type, as in the server. */
final class PolicyExpressions {

  private static final String AUTHORIZER = "authorizer";

  private final Map<String, Optional<CelProgram>> programs = new ConcurrentHashMap<>();
  private final Map<String, Optional<CelProgram>> patches = new ConcurrentHashMap<>();
  private final ServerExpressions expressions = ServerLibrary.expressions();
  private final Scope scope = expressions.scope(variables(), new NoTypes());

  /** The program of an expression; empty if nobody here can run it, as one about permissions. */
  Optional<CelProgram> program(String source) {
    Optional<CelProgram> known = programs.get(source);
    if (known == null) {
      known = compiled(source);
      programs.put(source, known);
    }
    return known;
  }

  private Optional<CelProgram> compiled(String source) {
    try {
      return runnable(scope.compile(source));
    } catch (InvalidExpression invalid) {
      return Optional.empty();
    }
  }

  private static Optional<CelProgram> runnable(Expression expression) {
    return expression.uses(AUTHORIZER) ? Optional.empty() : Optional.of(expression.program());
  }

  /** The program of an expression that gives a patch; empty if nobody here can run it. */
  Optional<CelProgram> patch(String source) {
    Optional<CelProgram> known = patches.get(source);
    if (known == null) {
      known = compiledPatch(source);
      patches.put(source, known);
    }
    return known;
  }

  private Optional<CelProgram> compiledPatch(String source) {
    try {
      Expression expression = expressions.compilePatch(source, variables(), new NoTypes());
      return expression.isJsonPatch() || expression.isApplyConfiguration()
          ? runnable(expression)
          : Optional.empty();
    } catch (InvalidExpression invalid) {
      return Optional.empty();
    }
  }

  private static Map<String, CelType> variables() {
    Map<String, CelType> variables = new HashMap<>();
    for (String name : PolicyValues.NAMES) {
      variables.put(name, SimpleType.DYN);
    }
    return variables;
  }

  /** All is of any type. */
  private static final class NoTypes implements CelTypeProvider {
    @Override
    public ImmutableCollection<CelType> types() {
      return ImmutableList.of();
    }

    @Override
    public Optional<CelType> findType(String name) {
      return Optional.empty();
    }
  }
}
