package dev.seaworthy.simulate.dryrun;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.simulate.ClusterSettings;
import dev.seaworthy.simulate.NodeShape;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.surroundings.Assume;
import dev.seaworthy.simulate.surroundings.AssumedNodes;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.admission.AdmissionSettings;
import java.util.Collection;
import java.util.List;

/**
 * On what cluster a dry-run is played, and what is to happen there. Each method gives settings that differ
 * in one point.
 *
 * @param nodes how many nodes, named {@code node-1} and so on, unless the plan has others
 * @param shape what each of them offers
 * @param seed decides what a real cluster leaves to chance
 * @param catalog the kinds that the API server knows
 * @param server judges what is applied; knows the same kinds
 * @param plan what goes wrong, and what is asked
 * @param history whether to take down what was at every moment
 * @param assume what to think of objects that are named and not there
 */
public record DryRunSettings(
    int nodes,
    NodeShape shape,
    Seed seed,
    ApiCatalog catalog,
    ApiServer server,
    ClusterSettings settings,
    Assume assume,
    Plan plan,
    boolean history) {

  private static final String PREFIX = "node-";

  /** Three nodes of four processors and 8 GiB each. */
  public static DryRunSettings of(ApiCatalog catalog) {
    return new DryRunSettings(
        3,
        NodeShape.USUAL,
        Seed.NONE,
        catalog,
        ApiServer.of(catalog),
        ClusterSettings.REAL,
        Assume.EXISTING,
        Plan.USUAL,
        false);
  }

  /** The same, where the API server is configured so. */
  public DryRunSettings admitting(AdmissionSettings by) {
    ApiServer other = server.with(by);
    return new DryRunSettings(nodes, shape, seed, catalog, other, settings, assume, plan, history);
  }

  public DryRunSettings withNodes(int count, NodeShape each) {
    return new DryRunSettings(count, each, seed, catalog, server, settings, assume, plan, history);
  }

  public DryRunSettings withPodLimit(int most) {
    ClusterSettings limited = settings.withPodLimit(most);
    return new DryRunSettings(nodes, shape, seed, catalog, server, limited, assume, plan, history);
  }

  public DryRunSettings assuming(Assume other) {
    return new DryRunSettings(nodes, shape, seed, catalog, server, settings, other, plan, history);
  }

  /** Things may take all the time that a real system may take for them. */
  public DryRunSettings withJitter() {
    ClusterSettings slower = settings.withJitter();
    return new DryRunSettings(nodes, shape, seed, catalog, server, slower, assume, plan, history);
  }

  public DryRunSettings withSeed(Seed other) {
    return new DryRunSettings(
        nodes, shape, other, catalog, server, settings, assume, plan, history);
  }

  public DryRunSettings recordingHistory(boolean wanted) {
    return new DryRunSettings(nodes, shape, seed, catalog, server, settings, assume, plan, wanted);
  }

  public DryRunSettings with(Plan other) {
    return new DryRunSettings(
        nodes, shape, seed, catalog, server, settings, assume, other, history);
  }

  /** The nodes to try {@code objects} on, where the plan has none. */
  AssumedNodes assumedNodes(Collection<InputObject> objects) {
    return assume == Assume.EXISTING
        ? AssumedNodes.suiting(objects, PREFIX, nodes, shape)
        : AssumedNodes.bare(PREFIX, nodes, shape);
  }

  /** The names of the nodes for {@code objects}. */
  List<String> nodeNames(Collection<InputObject> objects) {
    return plan.before()
        .map(ClusterState::nodeNames)
        .orElseGet(() -> List.copyOf(assumedNodes(objects).shapes().keySet()));
  }
}
