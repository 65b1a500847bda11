package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The volumes of a pod: names, sources, and no claim that the pod itself makes. */
final class VolumesCheck {

  private final PodScope scope;
  private final Errors errors;

  VolumesCheck(PodScope scope) {
    this.scope = scope;
    this.errors = scope.errors();
  }

  /** Judges the volumes and gives those without a fault. */
  Volumes check() {
    Map<String, Node> sound = new HashMap<>();
    Map<String, Node> written = new HashMap<>();
    Set<String> madeClaims = claimsOfEphemeralVolumes();
    for (Value volume : scope.spec().at("volumes").items()) {
      written.put(volume.at("name").text(), volume.node());
      int before = errors.count();
      initiatorFitsWithName(volume);
      claimCanBeNamed(volume);
      nameIsUnique(volume.at("name"), sound.keySet());
      if (errors.count() == before && !errors.anyAt(volume.path())) {
        sound.put(volume.at("name").text(), volume.node());
      }
      claimIsNotOwn(volume.at("persistentVolumeClaim", "claimName"), madeClaims);
    }
    return new Volumes(sound, written);
  }

  private Set<String> claimsOfEphemeralVolumes() {
    Set<String> names = new HashSet<>();
    if (!scope.podName().isEmpty()) {
      for (Value volume : scope.spec().at("volumes").items()) {
        if (volume.at("ephemeral").isPresent()) {
          names.add(scope.podName() + "-" + volume.at("name").text());
        }
      }
    }
    return names;
  }

  private void nameIsUnique(Value name, Set<String> names) {
    if (names.contains(name.text())) {
      errors.duplicate(
          name.path(), "unique-name", "is '" + name.text() + "', which another volume has");
    }
  }

  private void claimIsNotOwn(Value claimName, Set<String> madeClaims) {
    if (claimName.isPresent() && madeClaims.contains(claimName.text())) {
      FieldPath path = claimName.path();
      errors.invalid(
          path,
          "claim-is-not-own",
          "is '" + claimName.text() + "', which this pod makes for an ephemeral volume");
    }
  }

  /** Asked of an iSCSI source even where it is not the first. */
  private void initiatorFitsWithName(Value volume) {
    Value iscsi = volume.at("iscsi");
    Value name = volume.at("name");
    String session = name.text() + ":" + iscsi.at("targetPortal").text();
    if (iscsi.at("initiatorName").isPresent() && session.length() > 64) {
      errors.invalid(
          name.path(),
          "initiator-fits-with-name",
          "is '"
              + name.text()
              + "', which with the target portal is longer than 64 characters; an initiator name"
              + " leaves no more");
    }
  }

  /** The claim of an ephemeral volume is named after the pod and the volume. */
  private void claimCanBeNamed(Value volume) {
    Value name = volume.at("name");
    boolean counts = volume.at("ephemeral").isPresent()
        && !errors.isRefused(volume.at("ephemeral").path());
    if (!counts || scope.podName().isEmpty() || name.text().isEmpty()) {
      return;
    }
    String claim = scope.podName() + "-" + name.text();
    for (String problem : NameFormat.DNS1123_SUBDOMAIN.problems(claim)) {
      errors.invalid(
          name.path(),
          "claim-can-be-named",
          "makes a claim named '" + claim + "', which " + problem);
    }
  }
}
