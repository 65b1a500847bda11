package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.api.Resource;
import dev.seaworthy.apply.Applying;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.ClusterSettings;
import dev.seaworthy.simulate.NodeShape;
import dev.seaworthy.simulate.clock.Seed;
import java.nio.charset.StandardCharsets;

/** Clusters of three usual nodes in which manifests have settled. */
public final class Clusters {

  private Clusters() {}

  /** Objects name their namespaces; ServiceAccounts need not be there. */
  public static Cluster with(String manifests) {
    return with(manifests, ClusterSettings.QUICK);
  }

  /** The same as clusters come: pods run as ServiceAccounts, and kubelets tell what they do. */
  static Cluster real(String manifests) {
    return with(manifests, ClusterSettings.REAL);
  }

  private static Cluster with(String manifests, ClusterSettings settings) {
    Cluster cluster = Cluster.start(settings, Seed.NONE).withNodes("node-", 3, NodeShape.USUAL);
    new ManifestReader()
        .read("test.yaml", manifests.getBytes(StandardCharsets.UTF_8))
        .documents()
        .forEach(document ->
            cluster.api().apply(new Resource((Mapping) document.root()), Applying.SERVER_SIDE));
    cluster.settle();
    return cluster;
  }
}
