package dev.seaworthy.project.configuration;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.PodTemplatePlace;
import dev.seaworthy.api.Release;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.ProvidedObject;
import dev.seaworthy.lint.ExternalObject;
import dev.seaworthy.lint.LintSettings.World;
import dev.seaworthy.lint.NamedKind;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a project wants. What the file does not say is empty; the command line goes before it.
 *
 * @param folder the folder of the file, which its paths count from
 * @param failOn from which severity on a command fails
 * @param exclude files and folders to leave out, by patterns as in {@code .gitignore}
 * @param crds paths of CustomResourceDefinitions
 * @param policies paths of admission policies
 * @param notKubernetes {@code skip}, {@code note} or {@code error}: what to do with what is no whole
 *     object
 * @param placeholders {@code unknown} or {@code error}: what variables are
 * @param podSecurity the level of namespaces that name none
 * @param ipFamilies the families of addresses that the cluster has, the primary one first
 * @param defaultNamespace where objects without a namespace will go
 * @param external objects that exist though the input does not hold them
 * @param units patterns of files that are applied together, and apart from all others
 * @param provided objects that come into being because others exist
 * @param podTemplates where objects of custom kinds hold what pods are made of
 * @param ownRules rules that the project has written for itself
 * @param namedKinds the custom kinds that these name
 * @param rules what is said of single rules, by their ids
 * @param baseline the file of findings that are known already
 */
public record Configuration(
    Path folder,
    Optional<Release> kubernetes,
    Optional<Severity> failOn,
    List<String> exclude,
    List<String> crds,
    List<String> policies,
    List<String> schemaLocations,
    boolean strictKinds,
    Optional<String> notKubernetes,
    Optional<String> placeholders,
    Optional<String> podSecurity,
    List<String> ipFamilies,
    Optional<RuleProfile> profile,
    Optional<World> references,
    Optional<String> defaultNamespace,
    List<ExternalObject> external,
    List<String> units,
    List<ProvidedObject> provided,
    Map<GroupKind, PodTemplatePlace> podTemplates,
    List<Rule> ownRules,
    List<NamedKind> namedKinds,
    Map<String, RuleChoice> rules,
    List<PathSuppression> suppressions,
    Optional<Path> baseline) {

  public Configuration {
    exclude = List.copyOf(exclude);
    crds = List.copyOf(crds);
    policies = List.copyOf(policies);
    schemaLocations = List.copyOf(schemaLocations);
    ipFamilies = List.copyOf(ipFamilies);
    external = List.copyOf(external);
    units = List.copyOf(units);
    provided = List.copyOf(provided);
    podTemplates = Map.copyOf(podTemplates);
    ownRules = List.copyOf(ownRules);
    namedKinds = List.copyOf(namedKinds);
    rules = Map.copyOf(rules);
    suppressions = List.copyOf(suppressions);
  }
}
