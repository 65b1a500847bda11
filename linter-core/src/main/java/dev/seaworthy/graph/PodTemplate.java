package dev.seaworthy.graph;

import dev.seaworthy.api.PodTemplatePlace;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What pods of an object look like: the same thing in a Pod, a Deployment and a CronJob, only in
 * another place.
 */
public final class PodTemplate {

  private static final List<String> INHERITED_SECURITY = List.of(
      "runAsUser",
      "runAsGroup",
      "runAsNonRoot",
      "seccompProfile",
      "appArmorProfile",
      "seLinuxOptions",
      "windowsOptions");

  private static final String MICROSOFT = "mcr.microsoft.com/";

  /** Images that no other system can run. */
  private static final List<String> ONLY_WINDOWS =
      List.of("windows/", "windows:", "windowsservercore", "nanoserver", "dotnet/framework/");

  private final InputObject owner;
  private final PodTemplatePlace place;
  private final FieldPath specPath;
  private final Node metadata;
  private final Node spec;
  private final Map<String, String> labels;

  /** Made when it is first asked for; of two threads that make it, either one's counts. */
  private @Nullable List<Container> containers;

  PodTemplate(InputObject owner, Mapping root, PodTemplatePlace place) {
    this.owner = owner;
    this.place = place;
    this.specPath = place.path().child("spec");
    Node template = place.path().resolve(root);
    this.metadata = template.get("metadata");
    this.spec = template.get("spec");
    this.labels = withAdded(
        metadata.get("labels") instanceof Mapping written ? written.strings() : Map.of(),
        owner.placement().customization().labels());
  }

  private static Map<String, String> withAdded(
      Map<String, String> written, Map<String, String> added) {
    if (added.isEmpty()) {
      return written;
    }
    Map<String, String> all = new LinkedHashMap<>(written);
    added.forEach(all::putIfAbsent);
    return all;
  }

  public InputObject owner() {
    return owner;
  }

  /** The way to what has {@code metadata} and {@code spec} of a pod; the root for a Pod. */
  public FieldPath path() {
    return place.path();
  }

  public FieldPath specPath() {
    return specPath;
  }

  public Node spec() {
    return spec;
  }

  public Node metadata() {
    return metadata;
  }

  /** The labels that its pods carry, in the order written; those that kustomizations add come last. */
  public Map<String, String> labels() {
    return labels;
  }

  public Map<String, String> annotations() {
    return metadata().get("annotations") instanceof Mapping annotations
        ? annotations.strings()
        : Map.of();
  }

  /** Init containers, ordinary ones, ephemeral ones; each group in the order written. */
  public List<Container> containers() {
    List<Container> known = containers;
    if (known == null) {
      List<Container> found = new ArrayList<>();
      collect("initContainers", found);
      collect("containers", found);
      collect("ephemeralContainers", found);
      known = List.copyOf(found);
      containers = known;
    }
    return known;
  }

  private void collect(String list, List<Container> found) {
    List<Node> items = spec.get(list).items();
    for (int i = 0; i < items.size(); i++) {
      Node node = items.get(i);
      found.add(new Container(role(list, node), node, specPath.child(list).index(i)));
    }
  }

  private static Container.Role role(String list, Node container) {
    if (!list.equals("initContainers")) {
      return Container.Role.ORDINARY;
    }
    return container.get("restartPolicy").text().equals("Always")
        ? Container.Role.SIDECAR
        : Container.Role.INIT;
  }

  /**
   * What holds for the container: its own security context, and where that is silent the pod's, of
   * the fields that both have.
   */
  public Mapping securityOf(Container container) {
    Node ofPod = spec().get("securityContext");
    Mapping effective =
        container.node().get("securityContext") instanceof Mapping own ? own : Mapping.EMPTY;
    for (String field : INHERITED_SECURITY) {
      Node inherited = ofPod.get(field);
      if (inherited.isPresent() && effective.get(field).isAbsent()) {
        effective = effective.with(field, inherited);
      }
    }
    return effective;
  }

  /** Whether an operator adds containers of its own, which nobody can see here. */
  public boolean isCompletedByOperator() {
    return OperatorPods.of(owner).isPresent();
  }

  /** Whether its pods run on Windows, as they say, or the nodes or the images that they ask for. */
  public boolean isForWindows() {
    Node nodes = spec().get("nodeSelector");
    if (spec().get("os").get("name").text().equals("windows")
        || nodes.get("kubernetes.io/os").text().equals("windows")
        || nodes.get("beta.kubernetes.io/os").text().equals("windows")) {
      return true;
    }
    // Nearly every rule about security asks.
    for (Container container : containers()) {
      if (isOfWindows(container.node().get("image").text())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfWindows(String image) {
    return image.startsWith(MICROSOFT)
        && ONLY_WINDOWS.stream().anyMatch(name -> image.startsWith(name, MICROSOFT.length()));
  }

  /** Whether its pods are meant to run on, as those of a Job are not. */
  public boolean isLongRunning() {
    String restart = spec().get("restartPolicy").text();
    boolean single = path().isRoot();
    return !place.runsToItsEnd()
        && !(single && (restart.equals("Never") || restart.equals("OnFailure")));
  }
}
