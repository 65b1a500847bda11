package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Profiles of seccomp and AppArmor, of a pod or of a container. */
final class ProfilesCheck {

  private static final String LOCAL = "Localhost";
  private static final List<String> TYPES = List.of(LOCAL, "RuntimeDefault", "Unconfined");
  private static final int LONGEST_PATH = 4095;

  private final FieldRules rules;
  private final Errors errors;
  private final Paths paths;

  ProfilesCheck(FieldRules rules) {
    this.rules = rules;
    this.errors = rules.errors();
    this.paths = new Paths(errors);
  }

  void seccomp(Value profile) {
    if (profile.isAbsent()) {
      return;
    }
    rules.requiredOneOf(profile.at("type"), TYPES);
    Value local = profile.at("localhostProfile");
    if (!profile.at("type").text().equals(LOCAL)) {
      onlyForLocalhost(local);
    } else if (local.isAbsent()) {
      missing(local);
    } else {
      paths.descending(local.path(), local.text());
    }
  }

  void appArmor(Value profile) {
    if (profile.isAbsent()) {
      return;
    }
    String type = profile.at("type").text();
    Value local = profile.at("localhostProfile");
    rules.requiredOneOf(profile.at("type"), TYPES);
    if (type.equals(LOCAL)) {
      appArmorName(local);
    } else if (TYPES.contains(type)) {
      onlyForLocalhost(local);
    }
  }

  private void appArmorName(Value local) {
    String name = local.text();
    if (name.strip().isEmpty() && name.strip().equals(name)) {
      missing(local);
    } else if (!name.equals(name.strip())) {
      errors.invalid(
          local.path(),
          "no-white-space-around",
          "is '" + name + "', must not have white space around it");
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
      errors.tooLong(local.path(), "max-length", "must be at most " + LONGEST_PATH + " bytes");
    }
  }

  private void missing(Value local) {
    errors.required(local.path(), "local-profile", "must be set where the type is Localhost");
  }

  private void onlyForLocalhost(Value local) {
    if (local.isPresent()) {
      errors.invalid(local.path(), "local-profile", "must not be set unless the type is Localhost");
    }
  }
}
