package dev.seaworthy.validate.check.core;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.KeyFormat;

/** The keys of a ConfigMap or Secret, which become names of files and variables. */
final class DataKeys {

  private DataKeys() {}

  static void check(Value data, Errors errors) {
    for (Mapping.Entry entry : data.node().entries()) {
      for (String problem : KeyFormat.CONFIG_KEY.problems(entry.key())) {
        errors.invalid(data.path().key(entry.key()), "config-key", "has a key that " + problem);
      }
    }
  }
}
