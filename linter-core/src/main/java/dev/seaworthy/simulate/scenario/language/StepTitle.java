package dev.seaworthy.simulate.scenario.language;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.stream.Collectors;

/** A step in one line: the verb, and what is written under it in YAML's flow style. */
final class StepTitle {

  /** What a screen is wide. */
  private static final int LONGEST = 100;

  private StepTitle() {}

  static String of(Mapping.Entry step) {
    String text = step.key() + ": " + flow(step.value());
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static String flow(Node value) {
    if (value.isMapping()) {
      return value.entries().stream()
          .map(entry -> entry.key() + ": " + flow(entry.value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value.isSequence()
        ? value.items().stream().map(StepTitle::flow).collect(Collectors.joining(", ", "[", "]"))
        : textOf(value);
  }

  private static String textOf(Node scalar) {
    String text = scalar.toJson();
    boolean isPlain = text.matches("\"[A-Za-z0-9./@_ -]+\"");
    return isPlain ? text.substring(1, text.length() - 1) : text;
  }
}
