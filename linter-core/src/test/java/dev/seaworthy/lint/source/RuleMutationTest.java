package dev.seaworthy.lint.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.cel.CelExpressionCompiler.InvalidExpression;
import dev.seaworthy.cel.ValueType;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The examples of a rule are its tests: they must notice when its condition is another one. Each
 * condition is tried with one slip at a time, against its own examples alone.
 */
@Tag("long")
class RuleMutationTest {

  private static final Path RULES = Path.of("../rules/src/main/resources/dev/seaworthy/rules");

  /** The share of slips that the examples notice, in percent; it only goes up. */
  private static final int THRESHOLD = 96;

  private final RuleExpressions expressions = new RuleExpressions(Rule.Form.COMPACT);

  /** What became of the slips of one rule. */
  private record Tried(int noticed, List<String> missed) {

    int all() {
      return noticed + missed.size();
    }
  }

  @Test
  void examplesNoticeSlips() throws IOException {
    Map<String, Tried> tried = new LinkedHashMap<>();
    for (Path folder : RuleFolder.in(RULES)) {
      RuleFolder rule = RuleFolder.read(folder, folder.toString(), expressions);
      if (rule.rule().orElseThrow().condition() instanceof Rule.Expression) {
        tried.put(rule.rule().get().id(), tryAll(rule));
      }
    }
    int all = tried.values().stream().mapToInt(Tried::all).sum();
    int noticed = tried.values().stream().mapToInt(Tried::noticed).sum();
    String missed = tell(tried);

    assertThat(tried)
        .allSatisfy((rule, one) -> assertThat(one.noticed())
            .as("slips that the examples of %s notice", rule)
            .isPositive());
    assertThat(noticed * 100 / all)
        .as("%d of %d slips are noticed; not these:%n%s", noticed, all, missed)
        .isGreaterThanOrEqualTo(THRESHOLD);
  }

  private static String tell(Map<String, Tried> tried) {
    StringBuilder out = new StringBuilder();
    tried.forEach((rule, one) ->
        one.missed().forEach(slip -> out.append(rule).append(": ").append(slip).append('\n')));
    return out.toString();
  }

  private Tried tryAll(RuleFolder folder) throws IOException {
    Rule rule = folder.rule().orElseThrow();
    Rule.Expression right = (Rule.Expression) rule.condition();
    int noticed = 0;
    List<String> missed = new ArrayList<>();
    for (String slip : ExpressionMutants.of(right.source())) {
      Optional<Rule> mutant = with(rule, right, slip);
      if (mutant.isPresent() && isNoticed(folder, mutant.get())) {
        noticed++;
      } else if (mutant.isPresent()) {
        missed.add(slip);
      }
    }
    return new Tried(noticed, missed);
  }

  /** Empty where the compiler notices. */
  private Optional<Rule> with(Rule rule, Rule.Expression right, String source) {
    try {
      byte[] checked = expressions.compile(source, ValueType.BOOL);
      boolean asksOthers = right.asksOthers()
          || RuleExpressions.references(checked).stream().anyMatch(Vocabulary::asksOthers);
      return Optional.of(rule.withCondition(
          new Rule.Expression(source, expressions.code(checked), right.message(), asksOthers)));
    } catch (InvalidExpression noticed) {
      return Optional.empty();
    }
  }

  private static boolean isNoticed(RuleFolder folder, Rule mutant) throws IOException {
    for (String kind : List.of("bad", "good")) {
      for (Path example : folder.examples(kind)) {
        if (!RuleExample.read(example)
            .objections(mutant, kind, RuleExample.NO_JAVA)
            .isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }
}
