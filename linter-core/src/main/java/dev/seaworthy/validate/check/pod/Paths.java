package dev.seaworthy.validate.check.pod;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Errors;

/** What paths of files inside a container or volume must look like. */
final class Paths {

  private static final String ORIGIN = "path";

  private final Errors errors;

  Paths(Errors errors) {
    this.errors = errors;
  }

  /** A path below some folder: relative, and never leading out of it. */
  void descending(FieldPath field, String path) {
    if (path.startsWith("/")) {
      errors.invalid(field, "relative-path", "is '" + path + "', must be a relative path");
    }
    noBacksteps(field, path);
  }

  /** A descending path that keeps clear of the names that the kubelet uses itself. */
  void descendingUnreserved(FieldPath field, String path) {
    descending(field, path);
    if (path.startsWith("..") && !path.startsWith("../")) {
      errors.invalid(field, "unreserved-path", "is '" + path + "', must not start with '..'");
    }
  }

  void noBacksteps(FieldPath field, String path) {
    if (hasBackstep(path)) {
      errors.invalid(field, ORIGIN, "is '" + path + "', must not contain '..' as a step");
    }
  }

  static boolean hasBackstep(String path) {
    for (String step : path.split("/", -1)) {
      if (step.equals("..")) {
        return true;
      }
    }
    return false;
  }
}
