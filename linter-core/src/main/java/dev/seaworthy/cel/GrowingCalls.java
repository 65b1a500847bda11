package dev.seaworthy.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls of an expression whose results can be larger by far than their arguments, and searches, whose
 * work can be. How much it is, is known from the arguments, before anything is done.
 */
final class GrowingCalls {

  /**
   * A server charges a search a tenth of the text times a quarter of the pattern, and gives a rule up at a
   * million of that. A million shall be as much as the largest result that may be made.
   */
  private static final double COST_OF_SEARCH = 0.1 * 0.25;

  private static final Set<String> SEARCHES = Set.of("matches", "find", "findAll");

  private final Map<Long, Argument> byExpression = new HashMap<>();
  private final Map<Long, Integer> counts = new HashMap<>();

  GrowingCalls(CelAbstractSyntaxTree tree) {
    CelNavigableAst.fromAst(tree).getRoot().allNodes().forEach(node -> add(node.expr()));
  }

  /**
   * An argument of such a call; {@code call} is the id of the call.
   *
   * @param isSearch whether it is work that is meant, and not what comes of it
   */
  record Argument(long call, int index, Growth growth, boolean isSearch) {}

  /** How large a result is, in items or characters; what a method is called on comes first. */
  @FunctionalInterface
  interface Growth {
    long sizeOf(Object[] arguments);
  }

  private void add(CelExpr expression) {
    if (expression.exprKind().getKind() != CelExpr.ExprKind.Kind.CALL) {
      return;
    }
    String function = expression.call().function();
    Growth growth = growth(function);
    if (growth != null) {
      List<CelExpr> arguments = new ArrayList<>();
      expression.call().target().ifPresent(arguments::add);
      arguments.addAll(expression.call().args());
      for (int i = 0; i < arguments.size(); i++) {
        byExpression.put(
            arguments.get(i).id(),
            new Argument(expression.id(), i, growth, SEARCHES.contains(function)));
      }
      counts.put(expression.id(), arguments.size());
    }
  }

  private static @Nullable Growth growth(String function) {
    return switch (function) {
      case "lists.range" -> arguments -> arguments[0] instanceof Long count ? count : 0;
      case "replace" -> GrowingCalls::replaced;
      case "join" -> GrowingCalls::joined;
      case "matches", "find", "findAll" -> GrowingCalls::searched;
      default -> null;
    };
  }

  private static long replaced(Object[] arguments) {
    if (!(arguments[0] instanceof String text
        && arguments[1] instanceof String old
        && arguments[2] instanceof String other)) {
      return 0;
    }
    long most = arguments.length > 3 && arguments[3] instanceof Long limit && limit >= 0
        ? limit
        : Long.MAX_VALUE;
    long found = 0;
    int step = Math.max(1, old.length());
    for (int at = text.indexOf(old); at >= 0 && found < most; at = text.indexOf(old, at + step)) {
      found++;
      if (at + step > text.length()) {
        break;
      }
    }
    return text.length() + found * other.length();
  }

  private static long joined(Object[] arguments) {
    if (!(arguments[0] instanceof Collection<?> items)) {
      return 0;
    }
    long separator =
        arguments.length > 1 && arguments[1] instanceof String between ? between.length() : 0;
    long size = items.size() * separator;
    for (Object item : items) {
      size += item instanceof String text ? text.length() : 0;
    }
    return size;
  }

  private static long searched(Object[] arguments) {
    return arguments[0] instanceof String text && arguments[1] instanceof String pattern
        ? (long)
            (COST_OF_SEARCH * text.length() * pattern.length() * EvaluationBudget.LARGEST / 1e6)
        : 0;
  }

  @Nullable
  Argument argument(long expression) {
    return byExpression.get(expression);
  }

  /** Room for the arguments of each call. */
  Map<Long, Object[]> places() {
    Map<Long, Object[]> places = new HashMap<>();
    counts.forEach((call, count) -> places.put(call, new Object[count]));
    return places;
  }
}
