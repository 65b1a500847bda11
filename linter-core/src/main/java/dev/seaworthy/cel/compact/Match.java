package dev.seaworthy.cel.compact;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.seaworthy.cel.GoPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code text.matches(pattern)}: whether the regular expression fits somewhere in the text, found in
 * linear time. Most expressions ask with the same pattern each time, so the last one is kept.
 */
final class Match implements Expression {

  private final Expression text;
  private final Expression pattern;

  /** Of two threads that replace it, either one's counts. */
  private volatile @Nullable Pattern last;

  Match(Expression text, Expression pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  Expression text() {
    return text;
  }

  Expression pattern() {
    return pattern;
  }

  @Override
  public Object evaluate(Scope scope) {
    Object[] values = {text.evaluate(scope), pattern.evaluate(scope)};
    Arguments arguments = new Arguments("matches", values);
    return compiled(arguments.text(1)).matcher(arguments.text(0)).find();
  }

  private Pattern compiled(String written) {
    Pattern known = last;
    if (known == null || !known.pattern().equals(written)) {
      known = compile(written);
      last = known;
    }
    return known;
  }

  private static Pattern compile(String written) {
    try {
      return GoPattern.compile(written);
    } catch (PatternSyntaxException broken) {
      throw new EvaluationException(String.valueOf(broken.getMessage()));
    }
  }

  @Override
  public Expression knowing(Known known) {
    Match settled = new Match(text.knowing(known), pattern.knowing(known));
    return Known.areConstant(List.of(settled.text, settled.pattern))
        ? Known.valueOf(settled)
        : settled;
  }
}
