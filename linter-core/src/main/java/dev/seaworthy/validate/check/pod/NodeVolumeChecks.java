package dev.seaworthy.validate.check.pod;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.Quantity;
import java.util.List;

/** Volumes that are made on the node: empty folders, folders of the node, images, git clones. */
final class NodeVolumeChecks {

  private static final List<String> HOST_PATH_TYPES = List.of(
      "",
      "DirectoryOrCreate",
      "Directory",
      "FileOrCreate",
      "File",
      "Socket",
      "CharDevice",
      "BlockDevice");

  private final FieldRules rules;
  private final Paths paths;

  NodeVolumeChecks(FieldRules rules) {
    this.rules = rules;
    this.paths = new Paths(rules.errors());
  }

  void emptyDir(Value source) {
    Value limit = source.at("sizeLimit");
    if (limit.isPresent() && isNegative(limit.node())) {
      rules
          .errors()
          .forbidden(limit.path(), "size-not-negative", "is negative, must be at least 0");
    }
  }

  private static boolean isNegative(Node quantity) {
    return Quantities.of(quantity).map(Quantity::signum).orElse(0) < 0;
  }

  void hostPath(Value source) {
    Value path = source.at("path");
    if (rules.required(path)) {
      paths.noBacksteps(path.path(), path.text());
      rules.optionalOneOf(source.at("type"), HOST_PATH_TYPES);
    }
  }

  void gitRepo(Value source) {
    rules.required(source.at("repository"));
    Value directory = source.at("directory");
    paths.descending(directory.path(), directory.text());
  }

  void image(Value source) {
    rules.required(source.at("reference"));
    rules.requiredOneOf(source.at("pullPolicy"), ContainerCheck.PULL_POLICIES);
  }
}
