package dev.seaworthy;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.judge.JudgedObject;
import dev.seaworthy.judge.Mending;
import dev.seaworthy.judge.VerdictDiagnostics;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.FileBytes;
import dev.seaworthy.manifest.FileProblem;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.manifest.ValueProblems;
import dev.seaworthy.simulate.NodeAmounts;
import dev.seaworthy.simulate.dryrun.ClusterState;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.validate.ApiServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The nodes of a file, and the pods that run on them. Read strictly, for a node that is misread makes
 * a cluster that nobody has: what is no node or pod, lacks amounts or would be refused is told.
 */
final class NodesFile {

  private static final String INVALID = "nodes-invalid";
  private static final String HINT = "kubectl get nodes,pods -A -o yaml prints what is needed";

  private static final List<String> LISTS = List.of("capacity", "allocatable");

  /** What joins a cluster is the same for all releases. */
  private final ApiServer server = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));

  private final Reading reading;
  private final ValueProblems problems;
  private final List<Resource> objects = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private NodesFile(String name, Reading reading) {
    this.reading = reading;
    this.problems = new ValueProblems(INVALID, name);
  }

  /**
   * Reads one.
   *
   * @throws UnreadableInput if it cannot be read, or anything in it is wrong
   */
  static ClusterState read(Path file) throws UnreadableInput {
    String name = file.toString();
    try {
      byte[] text = FileBytes.ofAny(file, ReadLimits.DEFAULT.fileBytes() + 1);
      return new NodesFile(name, new ManifestReader().read(name, text)).state();
    } catch (IOException unreadable) {
      throw new UnreadableInput(List.of(Diagnostic.of(
          INVALID,
          Severity.ERROR,
          "the nodes cannot be read: " + FileProblem.why(unreadable),
          Location.ofFile(name))));
    }
  }

  private ClusterState state() throws UnreadableInput {
    problems.addAll(reading.problems());
    reading.documents().forEach(this::add);
    ClusterState state = ClusterState.of(objects);
    if (problems.isEmpty() && state.nodes().isEmpty()) {
      problems.report(Mapping.EMPTY, "there is no Node in this file; " + HINT);
    }
    if (!problems.isEmpty()) {
      throw new UnreadableInput(problems.all());
    }
    return state;
  }

  private void add(Document document) {
    document
        .duplicates()
        .forEach(
            key -> problems.report(key.span(), "'" + key.path().lastStep() + "' is written twice"));
    if (!(document.root() instanceof Mapping root)) {
      problems.report(document.root(), "this is no object; " + HINT);
      return;
    }
    Resource object = new Resource(root);
    if (object.groupKind().equals(Kinds.NODE) && object.gvk().version().equals("v1")) {
      addNode(document, object);
    } else if (object.groupKind().equals(Kinds.POD) && object.gvk().version().equals("v1")) {
      addPod(object);
    } else {
      problems.report(
          root.get("kind"),
          "only Nodes and the Pods on them are read here, and this is "
              + object.gvk()
              + NearestName.to(object.kind(), List.of("Node", "Pod"))
                  .map(near -> "; did you mean " + near + " of v1?")
                  .orElse("; what is to be applied is named as a path"));
    }
  }

  private void addNode(Document document, Resource node) {
    objects.add(node);
    requireOnlyOne("Node", "", node);
    Resource joining = ClusterState.joining(node);
    List<String> lacking = NodeAmounts.NEEDED.stream()
        .filter(amount -> joining.at("status", "allocatable", amount).isAbsent())
        .toList();
    if (!lacking.isEmpty()) {
      problems.report(
          node.root(),
          "the node " + node.name() + " has no amount of " + String.join(", ", lacking)
              + " in status.allocatable; " + HINT);
    }
    List<Diagnostic> refusals = refusals(document, node, joining);
    problems.addAll(refusals);
    if (refusals.isEmpty()) {
      requirePossibleAmounts(node);
    }
  }

  private void requirePossibleAmounts(Resource node) {
    for (String list : LISTS) {
      for (Mapping.Entry amount : node.at("status", list).entries()) {
        if (!NodeAmounts.isPossible(amount.value())) {
          problems.report(
              amount.keySpan(),
              "status." + list + "." + amount.key() + " of the node " + node.name() + " "
                  + NodeAmounts.FORM);
        }
      }
    }
  }

  private void addPod(Resource pod) {
    objects.add(pod);
    requireOnlyOne("Pod", pod.namespace() + "/", pod);
  }

  private void requireOnlyOne(String kind, String prefix, Resource object) {
    if (!names.add(kind + " " + prefix + object.name())) {
      problems.report(
          object.at("metadata", "name"),
          "there is a " + kind + " " + prefix + object.name() + " in this file already");
    }
  }

  /** What a server would say when the node joins, at the places of the file. */
  private List<Diagnostic> refusals(Document document, Resource node, Resource joining) {
    Resource asWritten = joining.without("status", "nodeInfo");
    for (String list : LISTS) {
      asWritten =
          node.at("status", list).isAbsent() ? asWritten.without("status", list) : asWritten;
    }
    Document asJoining = document.withRoot(asWritten.root());
    JudgedObject judged = new JudgedObject(asJoining, server.create(asJoining.root()));
    if (!judged.isRefused()) {
      return List.of();
    }
    Location start = problems.place(document.root().span());
    return VerdictDiagnostics.of(judged, new Mending(reading.source(), false)).stream()
        .map(each -> each.place().hasLine() ? each : each.withPlace(start))
        .toList();
  }
}
