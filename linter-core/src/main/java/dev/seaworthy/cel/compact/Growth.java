package dev.seaworthy.cel.compact;

import java.util.List;

/**
 * {@code list + [item]} where {@code list} is the value of the comprehension around it, which nobody
 * else holds: it grows in place, so that as many steps are taken as there are items.
 */
record Growth(String list, Expression item) implements Expression {

  @Override
  @SuppressWarnings("unchecked") // The comprehension starts with a ListOf.
  public Object evaluate(Scope scope) {
    List<Object> grown = (List<Object>) scope.find(list);
    grown.add(item.evaluate(scope));
    return grown;
  }

  @Override
  public Expression knowing(Known known) {
    return new Growth(list, item.knowing(known));
  }
}
