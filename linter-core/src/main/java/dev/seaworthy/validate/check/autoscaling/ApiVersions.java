package dev.seaworthy.validate.check.autoscaling;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** The API version of an object that an autoscaler names. Mirrors ValidateAPIVersion. */
final class ApiVersions {

  /** The one kind of the core group that can be scaled. */
  private static final String IN_CORE = "ReplicationController";

  private ApiVersions() {}

  /** Whether the release looks at them at all. */
  static boolean areJudged(Request request) {
    return request.isSince(35);
  }

  /** Of the object that is scaled: its group can't be left out. */
  static void ofTarget(Value reference, Errors errors) {
    Value version = reference.at("apiVersion");
    boolean hasGroup = version.text().indexOf('/') > 0;
    if (hasTwoSlashes(version) || !(hasGroup || reference.at("kind").text().equals(IN_CORE))) {
      report(version, errors);
    }
  }

  /** Of an object that is measured: anything with one slash at most. */
  static void ofMeasured(Value reference, Errors errors) {
    Value version = reference.at("apiVersion");
    if (hasTwoSlashes(version)) {
      report(version, errors);
    }
  }

  private static boolean hasTwoSlashes(Value version) {
    return version.text().indexOf('/') != version.text().lastIndexOf('/');
  }

  private static void report(Value version, Errors errors) {
    errors.invalid(
        version.path(), "api-version", "is '" + version.text() + "', must be like apps/v1");
  }
}
