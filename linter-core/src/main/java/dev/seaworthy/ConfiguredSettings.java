package dev.seaworthy;

import dev.seaworthy.graph.NamedUnits;
import dev.seaworthy.lint.LintSettings;
import dev.seaworthy.lint.Waiver;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.project.Exclusion;
import dev.seaworthy.project.configuration.Configuration;
import dev.seaworthy.project.configuration.PathSuppression;
import dev.seaworthy.project.configuration.RuleChoice;
import java.util.List;
import java.util.Map;

/** The settings that a project's configuration asks for. */
final class ConfiguredSettings {

  private ConfiguredSettings() {}

  static Settings of(Configuration said) {
    Settings settings = Settings.usual()
        .withSchemas(said.schemaLocations())
        .withCrds(said.crds())
        .withPolicies(said.policies())
        .with(lint(said));
    settings = said.strictKinds() ? settings.withStrictKinds() : settings;
    if (said.notKubernetes().filter("error"::equals).isPresent()) {
      settings = settings.refusingOtherFiles();
    }
    if (said.placeholders().filter("error"::equals).isPresent()) {
      settings = settings.refusingPlaceholders();
    }
    if (said.podSecurity().isPresent()) {
      settings = settings.withPodSecurity(said.podSecurity().get());
    }
    if (!said.ipFamilies().isEmpty()) {
      settings = settings.withIpFamilies(said.ipFamilies());
    }
    return said.kubernetes().isPresent()
        ? settings.withKubernetes(said.kubernetes().get().toString())
        : settings;
  }

  private static LintSettings lint(Configuration said) {
    LintSettings lint = Settings.usual()
        .lint()
        .withExternal(said.external())
        .withUnits(units(said))
        .withProvided(said.provided())
        .withPodTemplates(said.podTemplates())
        .addingOwnRules(said.ownRules())
        .addingNamedKinds(said.namedKinds())
        .withWaivers(waivers(said));
    lint = said.profile().map(lint::withProfile).orElse(lint);
    lint = said.references().map(lint::withReferences).orElse(lint);
    lint = said.defaultNamespace().map(lint::withDefaultNamespace).orElse(lint);
    for (Map.Entry<String, RuleChoice> rule : said.rules().entrySet()) {
      lint = with(rule.getKey(), rule.getValue(), lint);
    }
    return lint;
  }

  private static LintSettings with(String rule, RuleChoice choice, LintSettings lint) {
    LintSettings changed = lint;
    if (choice.runs().isPresent()) {
      changed = choice.runs().get() ? changed.enabling(rule) : changed.disabling(rule);
    }
    if (choice.severity().isPresent()) {
      changed = changed.withSeverity(rule, choice.severity().get());
    }
    for (Map.Entry<String, Node> parameter : choice.parameters().entrySet()) {
      changed = changed.withParameter(rule, parameter.getKey(), parameter.getValue());
    }
    return changed;
  }

  private static List<NamedUnits.Named> units(Configuration said) {
    return said.units().stream()
        .map(pattern ->
            new NamedUnits.Named(pattern, Exclusion.of(said.folder(), List.of(pattern))::excludes))
        .toList();
  }

  private static List<Waiver> waivers(Configuration said) {
    return said.suppressions().stream().map(one -> waiver(one, said)).toList();
  }

  private static Waiver waiver(PathSuppression one, Configuration said) {
    Exclusion files = Exclusion.of(said.folder(), one.paths());
    return new Waiver(files::excludes, one.rules(), one.reason(), one.place());
  }
}
