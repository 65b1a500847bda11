package dev.seaworthy.validate.check.core;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.check.meta.Finalizers;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.LabelFormat;
import java.util.List;
import java.util.Set;

/**
 * Who keeps a namespace, and what it asks of its pods. Mirrors ValidateNamespace, and the check of its
 * labels by the admission plug-in PodSecurity, which comes after all others have been content.
 */
public final class NamespaceCheck implements KindCheck {

  private static final List<String> MODES = List.of("enforce", "audit", "warn");
  private static final Set<String> LEVELS = Set.of("privileged", "baseline", "restricted");

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "Namespace");
  }

  @Override
  public void check(Value namespace, Request request, Errors errors) {
    if (request.isCreate()) {
      Value finalizers = namespace.at("spec", "finalizers");
      finalizers.items().forEach(one -> finalizer(one.text(), finalizers, errors));
    }
    if (errors.count() > 0) {
      return;
    }
    Value labels = namespace.at("metadata", "labels");
    for (String mode : MODES) {
      level(labels.key("pod-security.kubernetes.io/" + mode), errors);
      version(labels.key("pod-security.kubernetes.io/" + mode + "-version"), errors);
    }
  }

  private static void finalizer(String name, Value finalizers, Errors errors) {
    List<String> problems = LabelFormat.QUALIFIED_NAME.problems(name);
    errors.form(finalizers.path(), "format=qualified-name", name, problems);
    if (!Finalizers.isQualified(name)) {
      errors.invalid(
          finalizers.path(), "finalizer", "has '" + name + "', which must have a domain before it");
    }
  }

  private static void level(Value label, Errors errors) {
    if (label.isPresent() && !LEVELS.contains(label.text())) {
      errors.invalid(
          label.path(),
          "pod-security-level",
          "is '" + label.text() + "', must be privileged, baseline or restricted");
    }
  }

  private static void version(Value label, Errors errors) {
    String text = label.text();
    boolean minor = text.startsWith("v1.") && isNumber(text.substring(3));
    if (label.isPresent() && !minor && !text.equals("latest")) {
      errors.invalid(
          label.path(), "pod-security-version", "is '" + text + "', must be latest or like v1.34");
    }
  }

  private static boolean isNumber(String text) {
    boolean leadingZero = text.length() > 1 && text.startsWith("0");
    return !text.isEmpty() && !leadingZero && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
