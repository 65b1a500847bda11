package dev.seaworthy.cel.compact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code {key: value}}. */
record MapOf(List<Expression> keys, List<Expression> values) implements Expression {

  @Override
  public Object evaluate(Scope scope) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      if (map.put(keys.get(i).evaluate(scope), values.get(i).evaluate(scope)) != null) {
        throw new EvaluationException("a key of a map is written twice");
      }
    }
    return map;
  }

  @Override
  public Expression knowing(Known known) {
    return new MapOf(known.settle(keys), known.settle(values));
  }
}
