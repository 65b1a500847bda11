package dev.seaworthy.simulate.dryrun;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.scenario.language.Scenario;
import dev.seaworthy.simulate.scenario.language.ScenarioFile;
import dev.seaworthy.simulate.scenario.verb.Verbs;

/**
 * What can go wrong without a scenario file: steps as they would stand in one, so that whoever sees
 * them in a timeline can write them down.
 */
public final class Deeds {

  private Deeds() {}

  /** The node goes silent. */
  public static Deed failNode(String node) {
    return new Deed(Deed.What.FAIL_NODE, node, step("failNode", Scalar.of(node)));
  }

  /**
   * The node is drained, as {@code kubectl drain --ignore-daemonsets} does it.
   *
   * @param force whether pods go, too, that no controller would replace
   * @param deleteEmptyDirData whether pods go, too, that keep data in an {@code emptyDir}
   */
  public static Deed drain(String node, boolean force, boolean deleteEmptyDirData) {
    Mapping options = Mapping.EMPTY;
    options = force ? options.with("force", Scalar.of(true)) : options;
    options = deleteEmptyDirData ? options.with("deleteEmptyDirData", Scalar.of(true)) : options;
    Node arguments = options.size() == 0 ? Scalar.of(node) : options.with("node", Scalar.of(node));
    return new Deed(Deed.What.DRAIN, node, step("drain", arguments));
  }

  /** The containers of the pods of a workload, or of a pod, end once. */
  public static Deed crash(GroupKind kind, String name) {
    Mapping pods = kind.kind().equals("Pod")
        ? Mapping.of("name", Scalar.of(name))
        : Mapping.of("of", Scalar.of(kind.kind() + "/" + name));
    return new Deed(Deed.What.CRASH, kind.kind() + "/" + name, step("containerExit", pods));
  }

  private static Scenario.Line step(String verb, Node arguments) {
    return ScenarioFile.step(Mapping.of(verb, arguments), verb, Verbs.all());
  }
}
