package dev.seaworthy.validate.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.seaworthy.api.crd.StructuralSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expression costs at most, in the units of CEL, estimated from its shape and the sizes that
 * schemas allow. Mirrors the estimate of the library that the server uses, and the server's own for
 * its functions; of a function whose estimate nobody here knows it assumes the least, so that nothing
 * is refused on a guess.
 */
final class RuleCost {

  private static final long LIST = 10;
  private static final long MAP = 30;
  private static final long STRUCT = 40;

  private final CelAbstractSyntaxTree tree;
  private final Map<String, Sized> variables = new HashMap<>();

  private RuleCost(CelAbstractSyntaxTree tree, StructuralSchema self) {
    this.tree = tree;
    Sized value = Sized.of(1, self);
    variables.put(RuleCompiler.SELF, value);
    variables.put(RuleCompiler.OLD_SELF, value);
  }

  /** The cost of an expression about values of {@code self}. */
  static long of(CelAbstractSyntaxTree tree, StructuralSchema self) {
    RuleCost cost = new RuleCost(tree, self);
    return cost.of(tree.getExpr()).cost();
  }

  private Sized of(CelExpr expression) {
    return switch (expression.getKind()) {
      case CONSTANT -> Sized.known(0, size(expression.constant()));
      case IDENT -> variables.getOrDefault(expression.ident().name(), Sized.known(1, 1));
      case SELECT -> select(expression.select());
      case CALL -> call(expression, expression.call());
      case LIST -> list(expression.list().elements());
      case MAP -> map(expression);
      case STRUCT -> Sized.known(STRUCT, 1);
      case COMPREHENSION -> comprehension(expression.comprehension());
      default -> Sized.known(1, 1);
    };
  }

  private static long size(CelConstant constant) {
    return switch (constant.getKind()) {
      case STRING_VALUE -> constant.stringValue().length();
      case BYTES_VALUE -> constant.bytesValue().size();
      default -> 1;
    };
  }

  /** Asking whether a field is there costs nothing. */
  private Sized select(CelExpr.CelSelect select) {
    if (select.testOnly()) {
      return Sized.known(0, 1);
    }
    Sized operand = of(select.operand());
    return property(operand, select.field(), Cost.plus(operand.cost(), 1));
  }

  private static Sized property(Sized operand, String field, long cost) {
    StructuralSchema owner = operand.schema();
    if (owner == null) {
      return Sized.unsure(cost);
    }
    for (Map.Entry<String, StructuralSchema> property : owner.properties().entrySet()) {
      if (FieldNames.all(property.getKey()).contains(field)) {
        return Sized.of(cost, property.getValue());
      }
    }
    StructuralSchema values = owner.additional();
    return values == null ? Sized.unsure(cost) : Sized.of(cost, values);
  }

  private Sized list(List<CelExpr> elements) {
    long cost = LIST;
    for (CelExpr element : elements) {
      cost = Cost.plus(cost, of(element).cost());
    }
    return Sized.known(cost, elements.size());
  }

  private Sized map(CelExpr expression) {
    long cost = MAP;
    for (CelExpr.CelMap.Entry entry : expression.map().entries()) {
      cost = Cost.plus(cost, Cost.plus(of(entry.key()).cost(), of(entry.value()).cost()));
    }
    return Sized.known(cost, expression.map().entries().size());
  }

  private Sized call(CelExpr expression, CelCall call) {
    if (call.function().equals("lists.range") && isNumber(call.args().get(0))) {
      long numbers = Math.max(0, call.args().get(0).constant().int64Value());
      return Sized.known(Cost.plus(LIST, numbers), numbers);
    }
    List<Sized> arguments = new ArrayList<>();
    call.target().ifPresent(target -> arguments.add(of(target)));
    call.args().forEach(argument -> arguments.add(of(argument)));
    return CallCost.of(call.function(), arguments, tree.getType(expression.id()).orElse(null));
  }

  private static boolean isNumber(CelExpr expression) {
    return expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && expression.constant().getKind() == CelConstant.Kind.INT64_VALUE;
  }

  private Sized comprehension(CelComprehension loop) {
    Sized range = of(loop.iterRange());
    long start = Cost.plus(range.cost(), of(loop.accuInit()).cost());
    Map<String, Sized> outer = new HashMap<>(variables);
    bind(loop.iterVar(), range, loop.iterVar2().isEmpty());
    if (!loop.iterVar2().isEmpty()) {
      variables.put(loop.iterVar2(), range.item());
    }
    variables.put(loop.accuVar(), Sized.unsure(1));
    long once = Cost.plus(of(loop.loopCondition()).cost(), of(loop.loopStep()).cost());
    long result = of(loop.result()).cost();
    variables.clear();
    variables.putAll(outer);
    return Sized.unsure(Cost.plus(Cost.plus(start, Cost.times(range.size(), once)), result));
  }

  /** Of a map one goes through the keys; with two variables the first is a key or an index. */
  private void bind(String variable, Sized range, boolean isItem) {
    StructuralSchema schema = range.schema();
    boolean isMap = schema != null && schema.additional() != null;
    variables.put(variable, isItem && !isMap ? range.item() : Sized.unsure(1));
  }

  /** A schema's items, or nothing. */
  static @Nullable StructuralSchema itemsOf(@Nullable StructuralSchema schema) {
    if (schema == null) {
      return null;
    }
    return schema.items() != null ? schema.items() : schema.additional();
  }
}
