package dev.seaworthy.project.configuration;

import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.Node;
import java.util.Map;
import java.util.Optional;

/**
 * What a project says of one rule.
 *
 * @param runs whether it runs, whatever the profile says; empty where the profile decides
 * @param severity of its findings, in place of its own
 * @param parameters values in place of its own ones
 */
public record RuleChoice(
    Optional<Boolean> runs, Optional<Severity> severity, Map<String, Node> parameters) {

  public RuleChoice {
    parameters = Map.copyOf(parameters);
  }
}
