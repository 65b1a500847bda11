package dev.seaworthy.lint.source;

import dev.seaworthy.cel.CelExpressionCompiler;
import dev.seaworthy.cel.CelExpressionCompiler.InvalidExpression;
import dev.seaworthy.cel.ValueType;
import dev.seaworthy.cel.compact.Translator;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.Vocabulary;
import java.util.Set;

/** Compiles the expressions of rules. The CEL library is loaded for it. */
public final class RuleExpressions {

  private final CelExpressionCompiler compiler =
      new CelExpressionCompiler(Vocabulary.environment());
  private final Translator translator = new Translator(Vocabulary.functions());
  private final Rule.Form form;

  /** {@code form} is what is wanted; not every expression has the compact one. */
  public RuleExpressions(Rule.Form form) {
    this.form = form;
  }

  /** Parses and checks. */
  byte[] compile(String source, ValueType result) throws InvalidExpression {
    return compiler.compile(source, result);
  }

  /** The names of the variables, and the ids of the overloads, that a checked expression uses. */
  static Set<String> references(byte[] checked) {
    return CelExpressionCompiler.references(checked);
  }

  /** Brings a checked expression into the form that is wanted, if it has that. */
  Rule.Code code(byte[] checked) {
    Rule.Code library = new Rule.Code(Rule.Form.LIBRARY, checked);
    return form == Rule.Form.LIBRARY
        ? library
        : translator
            .translate(checked)
            .map(bytes -> new Rule.Code(Rule.Form.COMPACT, bytes))
            .orElse(library);
  }
}
