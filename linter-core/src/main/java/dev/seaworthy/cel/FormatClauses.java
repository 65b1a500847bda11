package dev.seaworthy.cel;

import dev.cel.bundle.Cel;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.validator.CelAstValidator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the clauses of {@code '%d'.format([…])} fit the values beside them, where both are written
 * out. What has a type that is known only when the expression runs is left to be found then.
 */
final class FormatClauses implements CelAstValidator {

  static final FormatClauses VALIDATOR = new FormatClauses();

  private static final Pattern CLAUSE = Pattern.compile("%(?:%|(?:\\.\\d+)?(.))");
  private static final Set<CelKind> OPEN = Set.of(CelKind.DYN, CelKind.ANY, CelKind.TYPE_PARAM);
  private static final Set<CelKind> ALL = Set.of(CelKind.values());
  private static final Map<String, Set<CelKind>> KINDS = Map.of(
      "d", Set.of(CelKind.INT, CelKind.UINT),
      "o", Set.of(CelKind.INT, CelKind.UINT),
      "b", Set.of(CelKind.INT, CelKind.UINT, CelKind.BOOL),
      "x", Set.of(CelKind.INT, CelKind.UINT, CelKind.STRING, CelKind.BYTES),
      "X", Set.of(CelKind.INT, CelKind.UINT, CelKind.STRING, CelKind.BYTES),
      "f", Set.of(CelKind.DOUBLE, CelKind.INT, CelKind.UINT),
      "e", Set.of(CelKind.DOUBLE, CelKind.INT, CelKind.UINT));

  private FormatClauses() {}

  @Override
  public void validate(CelNavigableAst tree, Cel cel, IssuesFactory issues) {
    tree.getRoot()
        .allNodes()
        .filter(node -> node.getKind() == ExprKind.Kind.CALL)
        .map(node -> node.expr().call())
        .filter(FormatClauses::isWrittenOut)
        .forEach(call -> judge(call, tree, issues));
  }

  private static boolean isWrittenOut(CelCall call) {
    return call.function().equals("format")
        && call.target().filter(FormatClauses::isText).isPresent()
        && call.args().size() == 1
        && call.args().get(0).getKind() == ExprKind.Kind.LIST;
  }

  private static boolean isText(CelExpr expression) {
    return expression.getKind() == ExprKind.Kind.CONSTANT
        && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE;
  }

  private static void judge(CelCall call, CelNavigableAst tree, IssuesFactory issues) {
    List<CelExpr> values = call.args().get(0).list().elements();
    CelExpr target = call.target().orElseThrow();
    int next = 0;
    for (Matcher clause = CLAUSE.matcher(target.constant().stringValue()); clause.find(); ) {
      String verb = clause.group(1);
      if (verb == null) {
        continue;
      }
      if (next >= values.size()) {
        issues.addError(target.id(), "there is no value for the clause %" + verb);
        return;
      }
      CelExpr value = values.get(next++);
      tree.getAst()
          .getType(value.id())
          .filter(type -> !fits(verb, type))
          .ifPresent(type -> issues.addError(
              value.id(), "the clause %" + verb + " takes no value of type " + type.name()));
    }
  }

  private static boolean fits(String verb, CelType type) {
    return OPEN.contains(type.kind()) || KINDS.getOrDefault(verb, ALL).contains(type.kind());
  }
}
