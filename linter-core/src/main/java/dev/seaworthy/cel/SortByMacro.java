package dev.seaworthy.cel;

import com.google.common.collect.ImmutableList;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.Optional;

/**
 * {@code list.sortBy(item, key)}: the list, and beside it the list of its keys, given to the function
 * that sorts. The library's own macro makes pairs of them, and its result is a list of pairs for the
 * checker, so that nothing could be asked of a sorted object.
 */
public final class SortByMacro {

  /** The function that sorts a list by a list of keys. */
  public static final String FUNCTION = "@sortByAssociatedKeys";

  private SortByMacro() {}

  static CelMacro macro() {
    return CelMacro.newReceiverMacro("sortBy", 2, SortByMacro::expand);
  }

  private static Optional<CelExpr> expand(
      CelMacroExprFactory factory, CelExpr list, ImmutableList<CelExpr> arguments) {
    CelExpr variable = arguments.get(0);
    if (variable.getKind() != ExprKind.Kind.IDENT) {
      return Optional.empty();
    }
    String sum = factory.getAccumulatorVarName();
    CelExpr step = factory.newGlobalCall(
        Operator.ADD.getFunction(), factory.newIdentifier(sum), factory.newList(arguments.get(1)));
    CelExpr keys = factory.fold(
        variable.ident().name(),
        factory.copy(list),
        sum,
        factory.newList(),
        factory.newBoolLiteral(true),
        step,
        factory.newIdentifier(sum));
    return Optional.of(factory.newGlobalCall(FUNCTION, list, keys));
  }
}
