package dev.seaworthy.validate.check.workload;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.List;

/** Names that become part of the names and hostnames of pods. */
public final class PodNames {

  private PodNames() {}

  /** Warns of a name that is fine for the object, but no DNS label as a hostname should be. */
  public static void warn(Value object, Errors errors) {
    Value name = object.at("metadata", "name");
    List<String> problems = NameFormat.DNS1123_LABEL.problems(name.text());
    if (!problems.isEmpty()) {
      errors.warn(
          name.path(),
          "pod-hostname",
          "becomes part of the hostnames of pods, and " + String.join(", ", problems));
    }
  }
}
