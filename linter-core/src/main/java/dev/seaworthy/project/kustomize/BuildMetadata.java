package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** What {@code buildMetadata} of the outermost kustomization has a build write into its objects. */
final class BuildMetadata {

  private static final String ORIGINS = "originAnnotations";
  private static final String MANAGER = "managedByLabel";

  /** The version of kustomize that builds are held to. */
  private static final String VERSION = "kustomize-v5.5.0";

  private BuildMetadata() {}

  /** Tells what is done otherwise, or not at all. */
  static void tell(Layer layer) {
    for (Node word : layer.get("buildMetadata").items()) {
      if (word.text().equals(MANAGER)) {
        layer.differs(
            "objects are played with the label app.kubernetes.io/managed-by: " + VERSION
                + ", as kustomize itself gives it; kubectl apply -k gives kustomize-(devel), which"
                + " servers refuse",
            word);
      } else if (!word.text().equals(ORIGINS)) {
        layer.lacks(word.text() + " of buildMetadata", Gap.Kind.CHANGES, word);
      }
    }
  }

  static void write(Layer layer, Members members) {
    for (Node word : layer.get("buildMetadata").items()) {
      for (Member member : members.all()) {
        if (word.text().equals(MANAGER)) {
          put(member, "labels", "app.kubernetes.io/managed-by", VERSION);
        } else if (word.text().equals(ORIGINS)) {
          put(member, "annotations", "config.kubernetes.io/origin", origin(layer.folder(), member));
        }
      }
    }
  }

  private static void put(Member member, String field, String key, String value) {
    member.set(Tree.changed(
        member.root(),
        List.of("metadata", field),
        true,
        former -> (former instanceof Mapping mapping ? mapping : Mapping.EMPTY)
            .with(key, Scalar.of(value))));
  }

  private static String origin(Path folder, Member member) {
    String path = folder.relativize(member.file()).toString().replace(File.separatorChar, '/');
    return member.isGenerated()
        ? "configuredIn: %s\nconfiguredBy:\n  apiVersion: builtin\n  kind: %sGenerator\n"
            .formatted(path, member.kind())
        : "path: " + path + "\n";
  }
}
