package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodSelectors;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Selectors by what changes with each release. */
final class WorkloadSelectorMutableLabel implements RelationCheck {

  /** {@code 1.2.3}, {@code v1}, {@code web-1.2.3}, {@code 2024-05-01}, {@code 3f2a9bc}. */
  private static final Pattern OF_RELEASE = Pattern.compile(
      "v?[0-9]+([._-][0-9A-Za-z]+)*|.*-v?[0-9]+\\.[0-9]+.*|[0-9]{4}-[0-9]{2}-[0-9]{2}.*"
          + "|(?=.*[0-9])[0-9a-f]{7,40}");

  private static final int LONGEST_LABEL = 63;

  private static final GroupKind DESTINATION_RULE =
      GroupKind.of("networking.istio.io", "DestinationRule");

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    LabelSelector selector = PodSelectors.of(object).orElse(LabelSelector.NOTHING);
    List<Finding> findings = new ArrayList<>();
    for (String key : context.texts("labels")) {
      String value = selector.equalities().get(key);
      if (value != null
          && isOfRelease(value)
          && !isInName(object, value)
          && !isSubset(key, value, context.graph())
          && !isEdition(object, selector, key, context.graph())) {
        findings.add(finding(object, key, value));
      }
    }
    return findings;
  }

  private static boolean isOfRelease(String value) {
    return value.length() <= LONGEST_LABEL && OF_RELEASE.matcher(value).matches();
  }

  /** {@code reviews-v2} for {@code v2}: the next version is another object. */
  private static boolean isInName(InputObject object, String value) {
    String name = "-" + object.name() + "-";
    return name.contains("-" + value.replace('.', '-').replace('_', '-') + "-")
        || name.contains("-" + value + "-")
        || value.startsWith("v") && object.name().endsWith(value);
  }

  /** Whether routes of a mesh tell pods apart by this label: each version is another object. */
  private static boolean isSubset(String key, String value, ResourceGraph graph) {
    return graph
        .ofKind(DESTINATION_RULE)
        .flatMap(rule -> rule.resource().at("spec", "subsets").items().stream())
        .anyMatch(subset -> subset.at("labels", key).text().equals(value));
  }

  /** Whether other pods differ in this label alone: it tells editions apart that live side by side. */
  private static boolean isEdition(
      InputObject object, LabelSelector selector, String key, ResourceGraph graph) {
    String value = selector.equalities().get(key);
    try (Stream<PodTemplate> pods =
        graph.pods().templatesMatching(selector.without(key::equals), graph.namespaceOf(object))) {
      return pods.map(PodTemplate::labels)
          .map(labels -> labels.get(key))
          .filter(Objects::nonNull)
          .anyMatch(other -> !other.equals(value));
    }
  }

  private static Finding finding(InputObject object, String key, String value) {
    FieldPath selector = PodSelectors.placeIn(object);
    FieldPath inLabels = selector.child("matchLabels").key(key);
    FieldPath place = object.at(inLabels).isPresent() ? inLabels : selector.key(key);
    String then = PodSelectors.isController(object)
        ? "a selector cannot be changed, so that the next version is refused"
        : "pods of the version before are left out during a rollout";
    return Finding.at(object, place, Map.entry(key, value) + " changes with releases; " + then);
  }
}
