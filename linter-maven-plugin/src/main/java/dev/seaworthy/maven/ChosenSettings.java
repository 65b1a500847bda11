package dev.seaworthy.maven;

import dev.seaworthy.Project;
import dev.seaworthy.Settings;
import dev.seaworthy.diagnostic.Severity;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/** The words of a build as settings, before those of the project's configuration. */
final class ChosenSettings {

  private ChosenSettings() {}

  static Settings of(Choices choices, Project project) throws MojoExecutionException {
    try {
      Settings settings =
          project.settings().addingSchemas(choices.schemaLocations()).addingCrds(choices.crds());
      settings = choices.profile().isEmpty() ? settings : settings.withProfile(choices.profile());
      settings = choices.strictKinds() ? settings.withStrictKinds() : settings;
      settings = placeholders(choices.placeholders(), settings);
      for (String rule : choices.enable()) {
        settings = settings.enabling(rule);
      }
      for (String rule : choices.disable()) {
        settings = settings.disabling(rule);
      }
      settings = otherFiles(choices.notKubernetes(), world(choices.references(), settings));
      return choices.kubernetes().isEmpty()
          ? settings
          : settings.withKubernetes(choices.kubernetes());
    } catch (IllegalArgumentException wrong) {
      throw new MojoExecutionException(wrong.getMessage());
    }
  }

  private static Settings world(String word, Settings settings) {
    return switch (word) {
      case "" -> settings;
      case "auto" -> settings.inEvidentWorld();
      case "closed" -> settings.inClosedWorld();
      case "open" -> settings.inOpenWorld();
      default -> throw mustBe("references", word, "auto, closed or open");
    };
  }

  private static Settings otherFiles(String word, Settings settings) {
    return switch (word) {
      case "" -> settings;
      case "skip", "note" -> settings.skippingOtherFiles();
      case "error" -> settings.refusingOtherFiles();
      default -> throw mustBe("notKubernetes", word, "skip, note or error");
    };
  }

  private static Settings placeholders(String word, Settings settings) {
    return switch (word) {
      case "" -> settings;
      case "unknown" -> settings.acceptingPlaceholders();
      case "error" -> settings.refusingPlaceholders();
      default -> throw mustBe("placeholders", word, "unknown or error");
    };
  }

  private static IllegalArgumentException mustBe(String name, String value, String words) {
    return new IllegalArgumentException(name + " is '" + value + "', must be " + words);
  }

  /** From which severity on the build fails; empty for never. */
  static Optional<Severity> threshold(String failOn, Project project)
      throws MojoExecutionException {
    if (failOn.equals("never")) {
      return Optional.empty();
    }
    if (failOn.isEmpty()) {
      return Optional.of(project.failOn().orElse(Severity.ERROR));
    }
    return Optional.of(Severity.find(failOn)
        .orElseThrow(() -> new MojoExecutionException(
            "failOn is '" + failOn + "', must be error, warning, info or never")));
  }
}
