package dev.seaworthy.validate.check.pod;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import dev.seaworthy.validate.format.Quantity;
import java.util.List;
import java.util.Optional;

/** The spec of a PersistentVolumeClaim. */
final class ClaimSpecCheck {

  private static final String ALONE = "ReadWriteOncePod";
  private static final List<String> ACCESS_MODES =
      List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", ALONE);
  static final List<String> VOLUME_MODES = List.of("Block", "Filesystem");

  private final FieldRules rules;

  ClaimSpecCheck(FieldRules rules) {
    this.rules = rules;
  }

  void check(Value spec) {
    accessModes(spec.at("accessModes"), "must have at least one access mode");
    storageIsAskedFor(spec.at("resources"));
    rules.optionalFormat(spec.at("storageClassName"), NameFormat.DNS1123_SUBDOMAIN);
    rules.optionalOneOf(spec.at("volumeMode"), VOLUME_MODES);
    dataSource(spec.at("dataSource"));
    dataSource(spec.at("dataSourceRef"));
    rules.optionalFormat(spec.at("dataSourceRef", "namespace"), NameFormat.DNS1123_LABEL);
    sourcesAgree(spec);
    rules.optionalFormat(spec.at("volumeAttributesClassName"), NameFormat.DNS1123_SUBDOMAIN);
  }

  void accessModes(Value modes, String missing) {
    if (modes.size() == 0) {
      rules.errors().required(modes.path(), "required", missing);
    }
    boolean alone = false;
    boolean shared = false;
    for (Value mode : modes.items()) {
      rules.oneOf(modes.path(), mode.text(), ACCESS_MODES);
      alone |= mode.text().equals(ALONE);
      shared |= !mode.text().equals(ALONE) && ACCESS_MODES.contains(mode.text());
    }
    if (alone && shared) {
      rules
          .errors()
          .forbidden(
              modes.path(), "one-pod-alone", "has " + ALONE + ", which allows no other mode");
    }
  }

  /** The server leaves {@code requests} out of the path. */
  private void storageIsAskedFor(Value resources) {
    FieldPath path = resources.path().key("storage");
    Value storage = resources.at("requests").key("storage");
    Optional<Quantity> amount = Quantities.of(storage.node());
    if (!resources.at("requests").node().entries().stream()
        .anyMatch(e -> e.key().equals("storage"))) {
      rules.errors().required(path, "required", "is missing: how much storage is asked for");
    } else if (amount.map(Quantity::signum).orElse(0) <= 0) {
      rules.errors().invalid(path, "positive", "must be more than 0");
    }
  }

  private void dataSource(Value source) {
    if (source.isAbsent()) {
      return;
    }
    rules.required(source.at("name"));
    Value kind = source.at("kind");
    rules.required(kind);
    Value group = source.at("apiGroup");
    if (group.text().isEmpty() && !kind.text().equals("PersistentVolumeClaim")) {
      rules
          .errors()
          .invalid(
              source.path(),
              "core-source-is-claim",
              "is a " + kind.text() + " without apiGroup; only a PersistentVolumeClaim has none");
    }
    rules.optionalFormat(group, NameFormat.DNS1123_SUBDOMAIN);
  }

  private void sourcesAgree(Value spec) {
    Value source = spec.at("dataSource");
    Value reference = spec.at("dataSourceRef");
    if (source.isAbsent() || reference.isAbsent()) {
      return;
    }
    if (!reference.at("namespace").text().isEmpty()) {
      rules
          .errors()
          .invalid(
              spec.path(),
              "data-sources-agree",
              "has a dataSource, which must not be given with dataSourceRef.namespace");
    } else if (!isSame(source, reference)) {
      rules
          .errors()
          .invalid(spec.path(), "data-sources-agree", "has a dataSource other than dataSourceRef");
    }
  }

  private static boolean isSame(Value source, Value reference) {
    return source.at("apiGroup").node().sameAs(reference.at("apiGroup").node())
        && source.at("kind").text().equals(reference.at("kind").text())
        && source.at("name").text().equals(reference.at("name").text());
  }
}
