package dev.seaworthy.lint.source;

import dev.seaworthy.lint.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A rule of a project tried with its examples.
 *
 * @param examples how many there are
 * @param objections what is not as the examples say, each with the example that it is about
 */
public record RuleTrial(String rule, int examples, List<String> objections) {

  private static final List<String> KINDS = List.of("good", "bad");

  public RuleTrial {
    objections = List.copyOf(objections);
  }

  /** Tries each rule, which must be in order. */
  public static List<RuleTrial> of(OwnRules rules) throws IOException {
    List<RuleTrial> trials = new ArrayList<>();
    for (RuleFolder folder : rules.folders()) {
      if (folder.rule().isPresent()) {
        trials.add(of(folder, folder.rule().get()));
      }
    }
    return trials;
  }

  private static RuleTrial of(RuleFolder folder, Rule rule) throws IOException {
    List<String> objections = new ArrayList<>();
    int count = 0;
    for (String kind : KINDS) {
      List<Path> examples = folder.examples(kind);
      if (examples.isEmpty()) {
        objections.add(kind + ": there is no example");
      }
      for (Path example : examples) {
        count++;
        String named = kind + "/" + Objects.requireNonNull(example.getFileName(), "its name");
        objections(rule, kind, example).forEach(one -> objections.add(named + ": " + one));
      }
    }
    return new RuleTrial(rule.id(), count, objections);
  }

  private static List<String> objections(Rule rule, String kind, Path example) throws IOException {
    try {
      RuleExample read = RuleExample.read(example);
      List<String> objections = new ArrayList<>(read.objections(rule, kind, RuleExample.NO_JAVA));
      if (kind.equals("bad") && rule.fix().isPresent()) {
        objections.addAll(read.unmended(rule));
      }
      return objections;
    } catch (IllegalArgumentException notUnderstood) {
      return List.of(String.valueOf(notUnderstood.getMessage()));
    }
  }
}
