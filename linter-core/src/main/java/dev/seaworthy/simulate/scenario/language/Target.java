package dev.seaworthy.simulate.scenario.language;

import java.util.Optional;

/**
 * An object as a step names it: {@code Deployment/web}. The name {@code @} of a Namespace stands
 * for the story's own.
 */
public record Target(String kind, String name) {

  /** Reads {@code Kind/name}; empty for any other text. */
  public static Optional<Target> parse(String text) {
    int slash = text.indexOf('/');
    return slash <= 0 || slash == text.length() - 1
        ? Optional.empty()
        : Optional.of(new Target(text.substring(0, slash), text.substring(slash + 1)));
  }

  @Override
  public String toString() {
    return kind + "/" + name;
  }
}
