package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Claims of volumes that one node, or one pod, at a time can write to. */
final class SingleWriterClaims {

  private static final GroupKind CLAIM = GroupKind.of("", "PersistentVolumeClaim");
  private static final FieldPath MODES = FieldPath.of("spec", "accessModes");
  private static final Set<String> SINGLE_WRITER = Set.of("ReadWriteOnce", "ReadWriteOncePod");

  private SingleWriterClaims() {}

  /** A claim, and the place of its name in the pods that write to it. */
  record Used(InputObject claim, FieldPath place) {

    FieldPath modes() {
      return MODES;
    }

    boolean isOfOnePod() {
      return claim.at(MODES).items().stream()
          .allMatch(mode -> mode.text().equals("ReadWriteOncePod"));
    }
  }

  /** Those of the input that pods of {@code template} mount to write. */
  static List<Used> of(PodTemplate template, ResourceGraph graph) {
    List<Used> used = new ArrayList<>();
    String namespace = graph.namespaceOf(template.owner());
    List<Node> volumes = template.spec().get("volumes").items();
    for (int i = 0; i < volumes.size(); i++) {
      Node source = volumes.get(i).get("persistentVolumeClaim");
      FieldPath place = template
          .specPath()
          .child("volumes")
          .index(i)
          .child("persistentVolumeClaim")
          .child("claimName");
      if (source.isPresent() && isWritten(volumes.get(i), template)) {
        graph
            .findFirst(CLAIM, namespace, source.get("claimName").text())
            .filter(SingleWriterClaims::hasSingleWriter)
            .ifPresent(claim -> used.add(new Used(claim, place)));
      }
    }
    return used;
  }

  private static boolean isWritten(Node volume, PodTemplate template) {
    List<VolumeMounts.Mount> mounts =
        VolumeMounts.of(template, volume.get("name").text());
    boolean readOnly = volume.at("persistentVolumeClaim", "readOnly").isTrue()
        || !mounts.isEmpty() && mounts.stream().allMatch(VolumeMounts.Mount::isReadOnly);
    return !readOnly;
  }

  private static boolean hasSingleWriter(InputObject claim) {
    List<Node> modes = claim.at(MODES).items();
    return !modes.isEmpty() && modes.stream().map(Node::text).allMatch(SINGLE_WRITER::contains);
  }
}
