package dev.seaworthy.validate.check.apiregistration;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;

/** Who serves a version of a group. Mirrors ValidateAPIService. */
public final class ApiServiceCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("apiregistration.k8s.io", "APIService");
  }

  @Override
  public void check(Value service, Request request, Errors errors) {
    Value spec = service.at("spec");
    String required = spec.at("version").text() + "." + spec.at("group").text();
    name(service.at("metadata", "name"), required, errors);
    if (!service.at("metadata", "generateName").text().isEmpty()) {
      name(service.at("metadata", "generateName"), required, errors);
    }
    Value unverified = spec.at("insecureSkipTLSVerify");
    boolean local = spec.at("service").isAbsent();
    if (unverified.isTrue() && (local || !spec.at("caBundle").text().isEmpty())) {
      errors.invalid(
          unverified.path(),
          "with-service-alone",
          local ? "must not be true without a service" : "must not be true with a caBundle");
    }
  }

  private static void name(Value name, String required, Errors errors) {
    boolean possible = !name.text().isEmpty() && NameFormat.PATH_SEGMENT_NAME.accepts(name.text());
    if (possible && !name.text().equals(required)) {
      errors.invalid(
          name.path(),
          "version-and-group",
          "is '" + name.text() + "', must be the version, a dot and the group: " + required);
    }
  }
}
