package dev.seaworthy.validate.check.apiextensions;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The versions in which objects were ever stored: they must still be defined. The server adds the
 * storage version by itself, and names the status for what is wrong with the versions.
 */
final class StoredVersions {

  private static final FieldPath STATUS = FieldPath.of("status", "storedVersions");
  private static final FieldPath VERSIONS = FieldPath.of("spec", "versions");

  private StoredVersions() {}

  static void check(Value definition, Findings findings) {
    List<String> stored = new ArrayList<>();
    definition
        .previous()
        .at("status", "storedVersions")
        .items()
        .forEach(version -> stored.add(version.text()));
    List<String> defined = new ArrayList<>();
    List<String> storage = new ArrayList<>();
    for (Node version : definition.node().at("spec", "versions").items()) {
      String name = version.get("name").text();
      defined.add(name);
      if (version.get("storage").isTrue()) {
        storage.add(name);
      }
    }
    storage.stream().findFirst().filter(name -> !stored.contains(name)).ifPresent(stored::add);
    report(stored, defined, storage, findings);
  }

  private static void report(
      List<String> stored, List<String> defined, List<String> storage, Findings findings) {
    Place status = new Place(Absent.INSTANCE, STATUS, VERSIONS);
    if (stored.isEmpty()) {
      findings.invalid(status, "stored-versions", "has no version that objects are stored in");
    }
    for (String name : storage) {
      if (!stored.contains(name)) {
        findings.invalid(
            status, "stored-versions", "has a second version that objects are stored in: " + name);
      }
    }
    for (int i = 0; i < stored.size(); i++) {
      if (!defined.contains(stored.get(i))) {
        findings.invalid(
            status.named(STATUS.index(i)),
            "stored-versions",
            "lacks " + stored.get(i) + ", in which objects were stored");
      }
    }
  }
}
