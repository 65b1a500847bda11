package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PathPattern;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.graph.ReferenceRow;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What custom resources name and is not there. */
final class CustomReferenceMissing implements RelationCheck {

  /** Groups of which other rules tell nothing. */
  private static final Set<String> GROUPS = Set.of(
      "cert-manager.io",
      "argoproj.io",
      "keda.sh",
      "external-secrets.io",
      "networking.istio.io",
      "source.toolkit.fluxcd.io");

  private static final GroupKind SERVICE = GroupKind.of("", "Service");

  /** Kinds whose Services no other rule looks at. */
  private static final Set<String> WITH_SERVICES = Set.of("Rollout", "VirtualService");

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Reference reference : context.graph().referencesOf(object)) {
      if (isAsked(reference)) {
        MissingTarget.check(reference, context).ifPresent(findings::add);
      }
    }
    for (Node row : context.parameter("references").items()) {
      if (isAbout(row, object)) {
        context
            .graph()
            .referencesOf(object, row(row))
            .forEach(reference -> MissingTarget.check(reference, context).ifPresent(findings::add));
      }
    }
    findings.addAll(DestinationSubsets.unknown(object, context.graph()));
    return findings;
  }

  private static boolean isAsked(Reference reference) {
    boolean scaled = reference
        .path()
        .parent()
        .filter(p -> p.lastStep().equals("scaleTargetRef"))
        .isPresent();
    return !scaled
        && (GROUPS.contains(reference.kind().group())
            || reference.kind().equals(SERVICE)
                && WITH_SERVICES.contains(reference.from().kind().kind()));
  }

  private static boolean isAbout(Node row, InputObject object) {
    return row.get("group").text().equals(object.kind().group())
        && row.get("kind").text().equals(object.kind().kind());
  }

  /** The last step of the path is the field with the name; the namespace stands beside it. */
  private static ReferenceRow row(Node row) {
    String path = row.get("path").text();
    int dot = path.lastIndexOf('.');
    return new ReferenceRow(
        PathPattern.parse(dot < 0 ? "" : path.substring(0, dot)),
        path.substring(dot + 1),
        row.get("targetGroup").text(),
        row.get("targetKind").text(),
        row.get("namespacePath").text(),
        "");
  }
}
