package dev.seaworthy.validate.admission;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.seaworthy.cel.CelExpressionCompiler.InvalidExpression;
import dev.seaworthy.cel.CelProgram;
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
  private final Scope scope = ServerLibrary.expressions().scope(variables(), new NoTypes());

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
      Expression expression = scope.compile(source);
      return expression.uses(AUTHORIZER) ? Optional.empty() : Optional.of(expression.program());
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
