package dev.seaworthy.lint.source;

import dev.seaworthy.api.Release;
import dev.seaworthy.lint.LintSettings;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleProfile;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of an example, from its comments: {@code # with {tags: [main]}} sets parameters, {@code
 * # release 1.29}, {@code # profile strict} and {@code # references closed} the rest.
 */
public final class ExampleSettings {

  private static final Pattern WORD =
      Pattern.compile("(?m)^# (?<word>with|release|profile|references) (?<value>.+)$");

  private ExampleSettings() {}

  /**
   * The settings that {@code text} asks for, with the rule turned on.
   *
   * @throws IllegalArgumentException if a comment asks for what there is not
   */
  public static LintSettings of(Rule rule, String text) {
    LintSettings settings = LintSettings.of(Release.NEWEST);
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      settings =
          with(settings, rule, matcher.group("word"), matcher.group("value").strip());
    }
    return settings.enabling(rule.id());
  }

  private static LintSettings with(LintSettings settings, Rule rule, String word, String value) {
    return switch (word) {
      case "release" -> settings.withRelease(known(Release.parse(value), word, value));
      case "profile" -> settings.withProfile(known(RuleProfile.find(value), word, value));
      case "references" -> settings.withReferences(known(world(value), word, value));
      default -> withParameters(settings, rule, value);
    };
  }

  private static Optional<LintSettings.World> world(String value) {
    return Arrays.stream(LintSettings.World.values())
        .filter(world -> world.name().toLowerCase(Locale.ROOT).equals(value))
        .findFirst();
  }

  private static <T> T known(Optional<T> value, String word, String written) {
    return value.orElseThrow(
        () -> new IllegalArgumentException("'# " + word + " " + written + "' is not understood"));
  }

  private static LintSettings withParameters(LintSettings settings, Rule rule, String flow) {
    LintSettings changed = settings;
    for (Mapping.Entry entry : new ManifestReader()
        .readValues("parameters", flow.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root()
        .entries()) {
      if (rule.parameter(entry.key()).isEmpty()) {
        throw new IllegalArgumentException("the rule has no parameter '" + entry.key() + "'");
      }
      changed = changed.withParameter(rule.id(), entry.key(), entry.value());
    }
    return changed;
  }
}
