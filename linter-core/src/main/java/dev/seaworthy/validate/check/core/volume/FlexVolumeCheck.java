package dev.seaworthy.validate.check.core.volume;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.TypeCheck;
import dev.seaworthy.validate.field.Value;
import java.util.List;
import java.util.Locale;

/** A volume of a driver that lies on the node: some options are Kubernetes' own. */
public record FlexVolumeCheck(String type) implements TypeCheck {

  /** For the sources of pods and those of PersistentVolumes. */
  public static List<TypeCheck> all() {
    return List.of(
        new FlexVolumeCheck("core/v1.FlexVolumeSource"),
        new FlexVolumeCheck("core/v1.FlexPersistentVolumeSource"));
  }

  @Override
  public void check(Value source, Request request, Errors errors) {
    source.at("options").eachEntry((key, option) -> isNotReserved(key, option, errors));
  }

  private static void isNotReserved(String key, Value option, Errors errors) {
    int slash = key.indexOf('/');
    String domain = "." + (slash < 0 ? key : key.substring(0, slash)).toLowerCase(Locale.ROOT);
    if (domain.endsWith(".kubernetes.io") || domain.endsWith(".k8s.io")) {
      errors.invalid(
          option.path(),
          "unreserved-option",
          "is an option of the domains kubernetes.io and k8s.io, which are reserved");
    }
  }
}
