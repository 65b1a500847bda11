package dev.seaworthy.lint;

import dev.seaworthy.api.Release;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of an example, from its comments: {@code # with {tags: [main]}} sets parameters, {@code
 * # release 1.29}, {@code # profile strict} and {@code # references closed} the rest.
 */
final class ExampleSettings {

  private static final Pattern WORD =
      Pattern.compile("(?m)^# (?<word>with|release|profile|references) (?<value>.+)$");

  private ExampleSettings() {}

  static LintSettings of(Rule rule, String text) {
    LintSettings settings = LintSettings.of(Release.NEWEST);
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      settings = with(settings, rule, matcher.group("word"), matcher.group("value"));
    }
    return settings.enabling(rule.id());
  }

  private static LintSettings with(LintSettings settings, Rule rule, String word, String value) {
    return switch (word) {
      case "release" -> {
        LintSettings other = LintSettings.of(Release.parse(value).orElseThrow());
        yield other.withProfile(settings.profile()).withReferences(settings.references());
      }
      case "profile" -> settings.withProfile(RuleProfile.find(value).orElseThrow());
      case "references" ->
        settings.withReferences(
            LintSettings.World.valueOf(value.toUpperCase(java.util.Locale.ROOT)));
      default -> {
        LintSettings changed = settings;
        for (Map.Entry<String, Node> entry : parameters(value).entrySet()) {
          changed = changed.withParameter(rule.id(), entry.getKey(), entry.getValue());
        }
        yield changed;
      }
    };
  }

  private static Map<String, Node> parameters(String flow) {
    String document =
        "{apiVersion: v1, kind: Parameters, metadata: {name: it}, spec: " + flow + "}";
    Node root = new ManifestReader()
        .read("parameters", document.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
    java.util.Map<String, Node> parameters = new java.util.LinkedHashMap<>();
    for (Mapping.Entry entry : root.get("spec").entries()) {
      parameters.put(entry.key(), entry.value());
    }
    return parameters;
  }
}
