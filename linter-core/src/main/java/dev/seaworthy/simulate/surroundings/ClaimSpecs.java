package dev.seaworthy.simulate.surroundings;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;

/** The claims that an object is or makes. */
final class ClaimSpecs {

  private static final FieldPath SPEC = FieldPath.of("spec");

  private ClaimSpecs() {}

  /**
   * The specifications of those that leave their class open: they name none, in the old way neither,
   * nor the one volume that they want.
   */
  static List<FieldPath> withoutClass(InputObject object) {
    return all(object).stream()
        .filter(path -> object.at(path).isPresent())
        .filter(path -> object.at(path).get("storageClassName").isAbsent())
        .filter(path -> object.at(path).get("volumeName").isAbsent())
        .filter(path -> !isOfOldForm(object, path))
        .toList();
  }

  private static boolean isOfOldForm(InputObject object, FieldPath spec) {
    FieldPath claim = spec.parent().orElse(FieldPath.ROOT);
    return object
        .at(claim.child("metadata").child("annotations"))
        .get("volume.beta.kubernetes.io/storage-class")
        .isPresent();
  }

  private static List<FieldPath> all(InputObject object) {
    List<FieldPath> specs = new ArrayList<>();
    if (object.kind().equals(Kinds.PERSISTENT_VOLUME_CLAIM)) {
      specs.add(SPEC);
    }
    if (object.kind().equals(Kinds.STATEFUL_SET)) {
      FieldPath templates = SPEC.child("volumeClaimTemplates");
      for (int i = 0; i < object.at(templates).size(); i++) {
        specs.add(templates.index(i).child("spec"));
      }
    }
    object.template().ifPresent(template -> {
      FieldPath volumes = template.specPath().child("volumes");
      List<Node> items = object.at(volumes).items();
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i).get("ephemeral").isPresent()) {
          specs.add(
              volumes.index(i).child("ephemeral").child("volumeClaimTemplate").child("spec"));
        }
      }
    });
    return specs;
  }
}
