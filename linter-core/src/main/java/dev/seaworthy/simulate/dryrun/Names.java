package dev.seaworthy.simulate.dryrun;

import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.diagnostic.Shortened;
import dev.seaworthy.diagnostic.UnknownWord;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether what a plan names is there: a slip in an option must not look as if nothing had happened. */
final class Names {

  private static final int LONGEST_NAME = 120;

  private Names() {}

  /**
   * Checks the names of a plan against the cluster and the input.
   *
   * @throws UnknownWord if something is not there; says what was perhaps meant
   */
  static void check(Plan plan, List<String> nodes, List<InputObject> objects) {
    Set<String> images = new TreeSet<>();
    objects.forEach(object -> collectImages(object.resource().root(), images));
    Set<String> named = objects.stream()
        .map(object -> object.resource().kind() + "/" + object.name())
        .collect(Collectors.toCollection(TreeSet::new));
    plan.images().keySet().stream().sorted().forEach(image -> require("image", image, images));
    for (Deed deed : plan.deeds()) {
      if (deed.concernsNode()) {
        require("node", deed.target(), new TreeSet<>(nodes));
      } else {
        require("object", deed.target(), named);
      }
    }
  }

  private static void require(String what, String name, Set<String> known) {
    if (!known.contains(name)) {
      throw new UnknownWord("there is no %s '%s'%s"
          .formatted(
              what,
              name,
              NearestName.to(name, known)
                  .map(near -> "; did you mean " + inLine(near) + "?")
                  .orElse(known.isEmpty() ? "" : "; there are " + some(known))));
    }
  }

  private static String some(Set<String> known) {
    int most = 8;
    return known.stream().limit(most).map(Names::inLine).collect(Collectors.joining(", "))
        + (known.size() > most ? " and " + (known.size() - most) + " more" : "");
  }

  /** A name of the input's may be no name, and have lines that a log would take for its own. */
  private static String inLine(String name) {
    return Shortened.toLine(name, LONGEST_NAME);
  }

  /** The images of all containers of an object. */
  static void collectImages(Node node, Set<String> images) {
    node.get("image").asString().ifPresent(images::add);
    node.entries().forEach(entry -> collectImages(entry.value(), images));
    node.items().forEach(item -> collectImages(item, images));
  }
}
