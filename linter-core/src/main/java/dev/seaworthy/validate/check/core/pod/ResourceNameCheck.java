package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.format.LabelFormat;
import java.util.List;

/** Names of resources, where amounts of them are given. */
public final class ResourceNameCheck {

  private ResourceNameCheck() {}

  /** A resource that a container can have. Mirrors validateContainerResourceName. */
  public static void ofContainer(String name, FieldPath path, Errors errors) {
    qualified(name, path, errors);
    if (name.indexOf('/') < 0) {
      if (!ResourceNames.isOfContainers(name)) {
        errors.invalid(path, "container-resource", "is no resource that a container can have");
      }
    } else if (!ResourceNames.isNative(name) && !ResourceNames.isExtended(name)) {
      errors.invalid(path, "extended-resource", "is no name of an extended resource");
    }
  }

  /** Any resource, and whether the name has the right form. Mirrors validateResourceName. */
  public static boolean qualified(String name, FieldPath path, Errors errors) {
    List<String> problems = LabelFormat.QUALIFIED_NAME.problems(name);
    problems.forEach(p -> errors.invalid(path, "qualified-name", "is '" + name + "', " + p));
    if (problems.isEmpty() && name.indexOf('/') < 0 && !ResourceNames.isStandard(name)) {
      errors.invalid(
          path, "known-resource", "must be a resource of Kubernetes, or have a domain before it");
    }
    return problems.isEmpty();
  }
}
