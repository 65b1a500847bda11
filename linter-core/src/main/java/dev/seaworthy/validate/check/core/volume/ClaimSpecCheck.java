package dev.seaworthy.validate.check.core.volume;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.TypeCheck;
import dev.seaworthy.validate.field.Value;
import java.util.Optional;
import java.util.Set;

/** The spec of a PersistentVolumeClaim, wherever claims or templates of them stand. */
public final class ClaimSpecCheck implements TypeCheck {

  private static final String ALONE = "ReadWriteOncePod";
  private static final Set<String> SHARED =
      Set.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce");

  @Override
  public String type() {
    return "core/v1.PersistentVolumeClaimSpec";
  }

  @Override
  public void check(Value spec, Request request, Errors errors) {
    aloneOrShared(spec.at("accessModes"), errors);
    storageIsAskedFor(spec.at("resources"), errors);
    coreSourceIsClaim(spec.at("dataSource"), errors);
    coreSourceIsClaim(spec.at("dataSourceRef"), errors);
    sourcesAgree(spec, errors);
  }

  /** One pod alone, or other modes. */
  public static void aloneOrShared(Value modes, Errors errors) {
    boolean alone = false;
    boolean shared = false;
    for (Value mode : modes.items()) {
      alone |= mode.text().equals(ALONE);
      shared |= SHARED.contains(mode.text());
    }
    if (alone && shared) {
      errors.forbidden(
          modes.path(), "one-pod-alone", "has " + ALONE + ", which allows no other mode");
    }
  }

  private static void storageIsAskedFor(Value resources, Errors errors) {
    FieldPath path = resources.path().key("storage");
    Value storage = resources.at("requests").key("storage");
    Optional<Quantity> amount = Quantity.of(storage.node());
    if (resources.at("requests").node().entries().stream()
        .noneMatch(e -> e.key().equals("storage"))) {
      errors.required(path, "required", "is missing: how much storage is asked for");
    } else if (amount.map(Quantity::signum).orElse(0) <= 0) {
      errors.invalid(path, "positive", "must be more than 0");
    }
  }

  private static void coreSourceIsClaim(Value source, Errors errors) {
    Value kind = source.at("kind");
    boolean core = source.at("apiGroup").text().isEmpty();
    if (source.isPresent() && core && !kind.text().equals("PersistentVolumeClaim")) {
      errors.invalid(
          source.path(),
          "core-source-is-claim",
          "is a " + kind.text() + " without apiGroup; only a PersistentVolumeClaim has none");
    }
  }

  private static void sourcesAgree(Value spec, Errors errors) {
    Value source = spec.at("dataSource");
    Value reference = spec.at("dataSourceRef");
    if (source.isAbsent() || reference.isAbsent()) {
      return;
    }
    if (!reference.at("namespace").text().isEmpty()) {
      errors.invalid(
          spec.path(),
          "data-sources-agree",
          "has a dataSource, which must not be given with dataSourceRef.namespace");
    } else if (!isSame(source, reference)) {
      errors.invalid(
          spec.path(), "data-sources-agree", "has a dataSource other than dataSourceRef");
    }
  }

  private static boolean isSame(Value source, Value reference) {
    return source.at("apiGroup").node().sameAs(reference.at("apiGroup").node())
        && source.at("kind").text().equals(reference.at("kind").text())
        && source.at("name").text().equals(reference.at("name").text());
  }
}
