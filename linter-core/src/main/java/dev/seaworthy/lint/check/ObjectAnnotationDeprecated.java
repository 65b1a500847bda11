package dev.seaworthy.lint.check;

import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PathPattern;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.lint.RuleProfile;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Annotations for which there is a field by now. */
final class ObjectAnnotationDeprecated implements ObjectCheck {

  /** What clients and controllers write. */
  private static final List<String> OF_CLUSTER = List.of(
      "kubectl.kubernetes.io/last-applied-configuration", "deployment.kubernetes.io/revision");

  private static final String EACH_CONTAINER = "*";

  private static final String KEPT =
      "Keep it: the load balancers of Google Cloud heed nothing else, though the server warns of it.";

  private static final String INGRESS_CLASS = "kubernetes.io/ingress.class";

  /** Classes of Google's load balancers, for which there are no IngressClasses. */
  private static final Set<String> OF_GOOGLE =
      Set.of("gce", "gce-internal", "gce-regional-external");

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    if (!isAnnotated(object)) {
      return findings;
    }
    DeprecatedParts.annotations().of(object, context).forEach(row -> check(row, object, findings));
    if (context.isProfile(RuleProfile.STRICT)) {
      ofCluster(object, findings);
    }
    return findings;
  }

  private static boolean isAnnotated(InputObject object) {
    return object.resource().at("metadata", "annotations").size() > 0
        || object
            .template()
            .filter(template -> template.metadata().get("annotations").size() > 0)
            .isPresent();
  }

  private static void check(DeprecatedPart row, InputObject object, List<Finding> findings) {
    FieldPath holder =
        row.isOfPod() ? object.template().map(PodTemplate::path).orElseThrow() : FieldPath.ROOT;
    FieldPath annotations = holder.child("metadata").child("annotations");
    for (Mapping.Entry entry : object.at(annotations).entries()) {
      if (isMeant(row, entry.key()) && !isReplaced(row, object, entry.key())) {
        Finding finding =
            Finding.at(object, annotations.key(entry.key()), row.message(entry.key()));
        findings.add(
            isReadAlone(entry)
                ? finding.withSeverity(Severity.INFO).withRemedy(KEPT)
                : withMove(finding.withRemedy(row.remedy()), object, annotations, entry.key()));
      }
    }
  }

  private static Finding withMove(
      Finding finding, InputObject object, FieldPath annotations, String key) {
    return new AnnotationMove(object, annotations, key)
        .repair()
        .map(finding::withRepair)
        .orElse(finding);
  }

  private static boolean isMeant(DeprecatedPart row, String key) {
    return row.name().endsWith(EACH_CONTAINER)
        ? key.startsWith(prefix(row)) && key.length() > prefix(row).length()
        : key.equals(row.name());
  }

  /** Whether the controller that is meant heeds the annotation and not the field. */
  private static boolean isReadAlone(Mapping.Entry entry) {
    return entry.key().equals(INGRESS_CLASS) && OF_GOOGLE.contains(entry.value().text());
  }

  private static String prefix(DeprecatedPart row) {
    return row.name().substring(0, row.name().length() - EACH_CONTAINER.length());
  }

  /** Whether the field is set, too: the annotation is kept for older clusters. */
  private static boolean isReplaced(DeprecatedPart row, InputObject object, String key) {
    if (row.path().isEmpty()) {
      return false;
    }
    PathPattern field = row.path().get();
    if (!row.isOfPod()) {
      return !field.resolve(object.resource().root(), FieldPath.ROOT).isEmpty();
    }
    PodTemplate template = object.template().orElseThrow();
    boolean ofContainer = row.name().endsWith(EACH_CONTAINER)
        && template.containers().stream()
            .filter(container -> key.equals(prefix(row) + container.name()))
            .anyMatch(container ->
                !field.resolve(object.resource().root(), container.path()).isEmpty());
    return ofContainer
        || !field.resolve(object.resource().root(), template.specPath()).isEmpty();
  }

  private static void ofCluster(InputObject object, List<Finding> findings) {
    FieldPath annotations = FieldPath.of("metadata", "annotations");
    for (String key : OF_CLUSTER) {
      if (object.at(annotations.key(key)).isPresent()) {
        findings.add(Finding.at(object, annotations.key(key), key + " is written by the cluster")
            .withSeverity(Severity.INFO)
            .withRemedy("Remove it."));
      }
    }
  }
}
