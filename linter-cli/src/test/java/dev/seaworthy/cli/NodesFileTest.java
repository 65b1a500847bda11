package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dry-run --nodes FILE}: a node that is misread makes a cluster that nobody has. */
class NodesFileTest {

  private static final String POD = "../examples/pod";

  private static final String NODE = """
      apiVersion: v1
      kind: Node
      metadata: {name: %s}
      status:
        allocatable: {cpu: %s, memory: 8Gi, pods: 110}
      """;

  @TempDir
  Path folder;

  private Run played(String nodes) throws IOException {
    Path file = Files.writeString(folder.resolve("nodes.yaml"), nodes);
    return Run.of("dry-run", "--nodes", file.toString(), POD);
  }

  private static void assertRefused(Run run, String... told) {
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(told).doesNotContain("\tat ");
  }

  @Test
  void aClusterOfSoundNodesIsPlayed() throws IOException {
    Run run = played(NODE.formatted("a", "4") + "---\n" + NODE.formatted("b", "2500m"));

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("All is well");
  }

  @Test
  void anAmountThatIsNoneIsToldWithWhatToWrite() throws IOException {
    assertRefused(
        played(NODE.formatted("a", "4GB")),
        "nodes.yaml:5:22: error: allocatable[cpu] is no quantity",
        "Write 4Gi, or 4G for the unit of thousands.");
  }

  @Test
  void aNodeWithoutAmountsIsTold() throws IOException {
    assertRefused(
        played("apiVersion: v1\nkind: Node\nmetadata: {name: a}\n"),
        "nodes.yaml:1:1: error: the node a has no amount of cpu, memory, pods in"
            + " status.allocatable; kubectl get nodes,pods -A -o yaml prints what is needed");
  }

  @Test
  void nodesOfOneNameAreTold() throws IOException {
    assertRefused(
        played(NODE.formatted("a", "4") + "---\n" + NODE.formatted("a", "4")),
        "nodes.yaml:9:18: error: there is a Node a in this file already");
  }

  @Test
  void otherKindsAreTold() throws IOException {
    assertRefused(
        played(NODE.formatted("a", "4")
            + "---\n{apiVersion: v1, kind: Noed, metadata: {name: b}}\n"
            + "---\n{apiVersion: v1, kind: Service, metadata: {name: b}}\n"),
        "nodes.yaml:7:24: error: only Nodes and the Pods on them are read here, and this is v1"
            + " Noed; did you mean Node of v1?",
        "and this is v1 Service; what is to be applied is named as a path");
  }

  @Test
  void whatAServerWouldRefuseOfANodeIsTold() throws IOException {
    assertRefused(
        played(NODE.formatted("A_b", "4") + "spec: {taints: [{key: a, effect: Never}]}\n"),
        "nodes.yaml:3:18: error: name is 'A_b'",
        "nodes.yaml:6:34: error: effect is 'Never'");
  }

  @Test
  void keysWrittenTwiceAreTold() throws IOException {
    assertRefused(
        played(NODE.formatted("a", "4") + "status: {}\n"),
        "nodes.yaml:6:1: error: 'status' is written twice");
  }
}
