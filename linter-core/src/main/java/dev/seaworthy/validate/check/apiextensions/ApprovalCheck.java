package dev.seaworthy.validate.check.apiextensions;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Value;
import java.net.URI;
import java.net.URISyntaxException;

/** Groups of the Kubernetes project need somebody's approval. Mirrors validateAPIApproval. */
final class ApprovalCheck {

  private static final String ANNOTATION = "api-approved.kubernetes.io";

  private enum State {
    MISSING,
    INVALID,
    GIVEN
  }

  private ApprovalCheck() {}

  static void check(Value definition, Findings findings) {
    if (!isProtected(definition.node().at("spec", "group").text())) {
      return;
    }
    State state = state(definition.node());
    boolean isNew = !definition.previous().isMapping();
    if (!isNew && state == state(definition.previous())) {
      return;
    }
    FieldPath path = FieldPath.of("metadata", "annotations").key(ANNOTATION);
    Place place = new Place(path.resolve(definition.node()), path, path);
    if (state == State.MISSING) {
      findings.required(
          place,
          "api-approval",
          "must be given for a group of the Kubernetes project: the URL of its approval");
    } else if (state == State.INVALID) {
      findings.invalid(
          place, "api-approval", "must be a URL, or begin with 'unapproved' and say why");
    }
  }

  private static boolean isProtected(String group) {
    return isWithin(group, "k8s.io") || isWithin(group, "kubernetes.io");
  }

  private static boolean isWithin(String group, String domain) {
    return group.equals(domain) || group.endsWith("." + domain);
  }

  private static State state(Node definition) {
    String text = definition.at("metadata", "annotations", ANNOTATION).text();
    if (text.isEmpty()) {
      return State.MISSING;
    }
    return text.startsWith("unapproved") || isUrl(text) ? State.GIVEN : State.INVALID;
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      return uri.getScheme() != null && uri.getHost() != null;
    } catch (URISyntaxException none) {
      return false;
    }
  }
}
