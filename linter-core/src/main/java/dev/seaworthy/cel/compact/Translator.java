package dev.seaworthy.cel.compact;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelProtoAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelMap;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.TypeType;
import dev.cel.expr.CheckedExpr;
import dev.seaworthy.cel.CelFunction;
import dev.seaworthy.cel.PlainValues;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes compact expressions of those that the library has checked. Runs when the product is built;
 * the only class here that knows the library.
 */
public final class Translator {

  private final Map<String, CelFunction> functions;

  /** {@code functions} are those of the environment that checked the expressions. */
  public Translator(List<CelFunction> functions) {
    this.functions =
        functions.stream().collect(Collectors.toMap(CelFunction::overloadId, Function.identity()));
  }

  /**
   * The bytes for {@link CompactExpressions#load}; empty if the expression has parts that are not
   * covered.
   */
  public Optional<byte[]> translate(byte[] checked) {
    try {
      CelAbstractSyntaxTree tree = CelProtoAbstractSyntaxTree.fromCheckedExpr(
              CheckedExpr.parseFrom(checked))
          .getAst();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new ExpressionWriter(new DataOutputStream(bytes))
          .write(new Translation(tree).of(tree.getExpr()));
      return Optional.of(bytes.toByteArray());
    } catch (NotCovered notCovered) {
      return Optional.empty();
    } catch (InvalidProtocolBufferException broken) {
      throw new IllegalArgumentException("not a checked expression", broken);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A part of an expression that only the library knows. */
  private static final class NotCovered extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Of one expression. */
  private final class Translation {

    private final CelAbstractSyntaxTree tree;

    private Translation(CelAbstractSyntaxTree tree) {
      this.tree = tree;
    }

    private Expression of(CelExpr expression) {
      return switch (expression.getKind()) {
        case CONSTANT -> new Constant(value(expression.constant()));
        case IDENT -> identifier(expression);
        case SELECT ->
          new Select(
              expression.select().testOnly() ? Select.Way.TEST : Select.Way.VALUE,
              of(expression.select().operand()),
              expression.select().field());
        case CALL -> call(expression.id(), expression.call());
        case LIST -> list(expression.list());
        case MAP -> map(expression.map());
        case COMPREHENSION -> comprehension(expression.comprehension());
        default -> throw new NotCovered();
      };
    }

    private List<Expression> all(List<CelExpr> expressions) {
      return expressions.stream().map(this::of).toList();
    }

    private Object value(CelConstant constant) {
      return switch (constant.getKind()) {
        case NULL_VALUE -> PlainValues.Null.NULL;
        case BOOLEAN_VALUE -> constant.booleanValue();
        case INT64_VALUE -> constant.int64Value();
        case DOUBLE_VALUE -> constant.doubleValue();
        case STRING_VALUE -> constant.stringValue();
        default -> throw new NotCovered();
      };
    }

    private Expression identifier(CelExpr expression) {
      String name = expression.ident().name();
      boolean isType =
          tree.getType(expression.id()).filter(TypeType.class::isInstance).isPresent();
      return isType ? new Constant(new Constant.TypeName(name)) : new Variable(name);
    }

    private Expression list(CelExpr.CelList list) {
      if (!list.optionalIndices().isEmpty()) {
        throw new NotCovered();
      }
      List<Expression> items = all(list.elements());
      boolean fixed = !items.isEmpty() && items.stream().allMatch(Constant.class::isInstance);
      return fixed
          ? new Constant(items.stream().map(item -> ((Constant) item).value()).toList())
          : new ListOf(items);
    }

    private Expression map(CelMap map) {
      if (map.entries().stream().anyMatch(CelMap.Entry::optionalEntry)) {
        throw new NotCovered();
      }
      return new MapOf(
          map.entries().stream().map(entry -> of(entry.key())).toList(),
          map.entries().stream().map(entry -> of(entry.value())).toList());
    }

    private Expression call(long id, CelCall call) {
      List<Expression> arguments = new ArrayList<>();
      call.target().ifPresent(target -> arguments.add(of(target)));
      arguments.addAll(all(call.args()));
      List<String> overloads =
          Optional.ofNullable(tree.getReferenceMap().get(id))
              .map(CelReference::overloadIds)
              .stream()
              .flatMap(List::stream)
              .toList();
      return switch (call.function()) {
        case "_&&_", "_||_" -> connective(call.function().equals("_||_"), arguments);
        case "_?_:_" -> new Conditional(arguments.get(0), arguments.get(1), arguments.get(2));
        case "@not_strictly_false", "__not_strictly_false__" ->
          new NotStrictlyFalse(arguments.get(0));
        case "_?._" ->
          new Select(Select.Way.OPTIONAL, arguments.get(0), fieldName(arguments.get(1)));
        case "matches" -> new Match(arguments.get(0), arguments.get(1));
        case "or", "orValue" ->
          new OptionalOr(call.function().equals("orValue"), arguments.get(0), arguments.get(1));
        default -> call(call.function(), overloads, arguments);
      };
    }

    private static String fieldName(Expression argument) {
      return (String) ((Constant) argument).value();
    }

    private static Expression connective(boolean decisive, List<Expression> sides) {
      Expression last = sides.get(sides.size() - 1);
      for (int i = sides.size() - 2; i >= 0; i--) {
        last = new Connective(decisive, sides.get(i), last);
      }
      return last;
    }

    private Expression call(String function, List<String> overloads, List<Expression> arguments) {
      List<CelFunction> candidates =
          overloads.stream().filter(functions::containsKey).map(functions::get).toList();
      Optional<Operation> operation = candidates.size() < overloads.size()
          ? Operation.find(function, arguments.size())
          : Optional.empty();
      if (candidates.size() < overloads.size() && operation.isEmpty()) {
        throw new NotCovered();
      }
      return new Call(function, candidates, operation, arguments);
    }

    private Expression comprehension(CelComprehension all) {
      if (!all.iterVar2().isEmpty()) {
        throw new NotCovered();
      }
      Expression start = of(all.accuInit());
      Expression step = of(all.loopStep());
      boolean growsList = start instanceof ListOf list && list.items().isEmpty();
      return new Comprehension(
          all.iterVar(),
          of(all.iterRange()),
          all.accuVar(),
          start,
          of(all.loopCondition()),
          growsList ? growing(step, all.accuVar()) : step,
          of(all.result()));
    }

    /** The steps of {@code map} and {@code filter}, which add an item to the list so far. */
    private static Expression growing(Expression step, String list) {
      if (step instanceof Conditional conditional) {
        return new Conditional(
            conditional.condition(), growing(conditional.then(), list), conditional.otherwise());
      }
      return step instanceof Call call
              && call.operation().equals(Optional.of(Operation.ADD))
              && call.arguments().get(0).equals(new Variable(list))
          ? onlyItem(call.arguments().get(1))
              .<Expression>map(i -> new Growth(list, i))
              .orElse(step)
          : step;
    }

    private static Optional<Expression> onlyItem(Expression added) {
      if (added instanceof ListOf one && one.items().size() == 1) {
        return Optional.of(one.items().get(0));
      }
      return added instanceof Constant constant
              && constant.value() instanceof List<?> fixed
              && fixed.size() == 1
          ? Optional.of(new Constant(fixed.get(0)))
          : Optional.empty();
    }
  }
}
