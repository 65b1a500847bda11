package dev.seaworthy.validate.check.pod;

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
  private final FieldRules rules;

  VolumesCheck(PodScope scope) {
    this.scope = scope;
    this.errors = scope.errors();
    this.rules = new FieldRules(errors);
  }

  /** Judges the volumes and gives those without a fault. */
  Volumes check() {
    Map<String, Node> sound = new HashMap<>();
    Set<String> madeClaims = claimsOfEphemeralVolumes();
    VolumeSourceCheck sources = new VolumeSourceCheck(scope);
    for (Value volume : scope.spec().at("volumes").items()) {
      int before = errors.count();
      sources.check(volume);
      nameIsUnique(volume.at("name"), sound.keySet());
      if (errors.count() == before && !hasSelectorFault(volume)) {
        sound.put(volume.at("name").text(), volume.node());
      }
      claimIsNotOwn(volume.at("persistentVolumeClaim", "claimName"), madeClaims);
    }
    return new Volumes(sound);
  }

  /** Label selectors are judged by their type, before the pod is. */
  private boolean hasSelectorFault(Value volume) {
    String start = volume.path() + ".";
    return errors.causes().stream().anyMatch(e -> e.field().toString().startsWith(start));
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
    rules.requiredFormat(name, NameFormat.DNS1123_LABEL);
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
}
