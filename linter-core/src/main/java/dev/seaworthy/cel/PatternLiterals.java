package dev.seaworthy.cel;

import com.google.re2j.PatternSyntaxException;
import dev.cel.bundle.Cel;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.validator.CelAstValidator;

/**
 * Whether patterns that are written out are ones of Go: those of Java, which the library would have,
 * differ, as in <code>[[]</code>.
 */
final class PatternLiterals implements CelAstValidator {

  static final PatternLiterals VALIDATOR = new PatternLiterals();

  private PatternLiterals() {}

  @Override
  public void validate(CelNavigableAst tree, Cel cel, IssuesFactory issues) {
    tree.getRoot()
        .allNodes()
        .filter(node -> node.getKind() == ExprKind.Kind.CALL)
        .map(node -> node.expr().call())
        .filter(call -> call.function().equals("matches") && !call.args().isEmpty())
        .map(call -> call.args().get(call.args().size() - 1))
        .filter(PatternLiterals::isText)
        .forEach(pattern -> judge(pattern, issues));
  }

  private static boolean isText(CelExpr expression) {
    return expression.getKind() == ExprKind.Kind.CONSTANT
        && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE;
  }

  private static void judge(CelExpr pattern, IssuesFactory issues) {
    try {
      GoPattern.compile(pattern.constant().stringValue());
    } catch (PatternSyntaxException none) {
      issues.addError(pattern.id(), "the pattern is none: " + none.getMessage());
    }
  }
}
