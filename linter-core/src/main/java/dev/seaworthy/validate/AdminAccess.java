package dev.seaworthy.validate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.FieldError;
import java.util.List;

/**
 * Access to devices as an administrator: only in namespaces that are marked for it. Mirrors
 * AuthorizedForAdmin; of a namespace that nobody knows it is not granted.
 */
final class AdminAccess {

  private static final GroupKind NAMESPACE = GroupKind.of("", "Namespace");
  private static final String MARK = "resource.kubernetes.io/admin-access";
  private static final String ORIGIN = "admin-access";

  private AdminAccess() {}

  /** {@code causes} without those that the object's namespace settles. */
  static List<FieldError> settled(Judgement judgement, List<FieldError> causes) {
    boolean isAsked = causes.stream().anyMatch(cause -> cause.origin().equals(ORIGIN));
    return isAsked && isGranted(judgement)
        ? causes.stream().filter(cause -> !cause.origin().equals(ORIGIN)).toList()
        : causes;
  }

  private static boolean isGranted(Judgement judgement) {
    String namespace = judgement.object().at("metadata", "namespace").text();
    return judgement
        .facts()
        .find(NAMESPACE, "", namespace)
        .filter(found -> found.at("metadata", "labels").get(MARK).text().equals("true"))
        .isPresent();
  }
}
