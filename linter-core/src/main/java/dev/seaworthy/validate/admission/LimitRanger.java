package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The LimitRanges of a namespace fill in requests and limits that a new pod leaves out, and turn away
 * pods and claims that are out of bounds.
 */
final class LimitRanger implements AdmissionPlugin {

  static final List<String> CONTAINERS = List.of("containers", "initContainers");

  private static final GroupKind LIMIT_RANGE = GroupKind.of("", "LimitRange");
  private static final String ANNOTATION = "kubernetes.io/limit-ranger";

  @Override
  public PluginName name() {
    return PluginName.LIMIT_RANGER;
  }

  /** The resources of a pod change only if it is resized; claims may grow. */
  @Override
  public boolean handles(AdmissionRequest request) {
    return request.isCreateOf(AdmissionRequest.POD)
        || request.isResize()
        || request.isFor(DefaultStorageClass.CLAIM);
  }

  private static List<Resource> ranges(AdmissionRequest request) {
    return request.namespace().isEmpty()
        ? List.of()
        : request.facts().list(LIMIT_RANGE, request.namespace());
  }

  @Override
  public Mapping admit(AdmissionRequest request, Objections objections) {
    if (!request.isCreateOf(AdmissionRequest.POD)) {
      return request.object();
    }
    AdmissionRequest current = request;
    for (Resource range : ranges(request)) {
      current = current.withObject(withDefaults(current, range));
    }
    return current.object();
  }

  private static Mapping withDefaults(AdmissionRequest request, Resource range) {
    Mapping limits = Mapping.EMPTY;
    Mapping requests = Mapping.EMPTY;
    for (Node item : range.at("spec", "limits").items()) {
      if (item.get("type").text().equals("Container")) {
        limits = merged(limits, item.get("default"));
        requests = merged(requests, item.get("defaultRequest"));
      }
    }
    List<String> told = new ArrayList<>();
    Mapping spec = request.spec();
    for (String field : CONTAINERS) {
      List<Node> containers = new ArrayList<>(spec.get(field).items());
      for (int i = 0; i < containers.size(); i++) {
        String words = field.equals("containers") ? "container " : "init container ";
        containers.set(i, filled(containers.get(i), requests, limits, words, told));
      }
      spec = containers.isEmpty() ? spec : spec.with(field, Sequence.of(containers));
    }
    return told.isEmpty() ? request.object() : annotated(request.withSpec(spec), told);
  }

  private static Mapping merged(Mapping amounts, Node more) {
    Mapping merged = amounts;
    for (Mapping.Entry entry : more.entries()) {
      merged = merged.with(entry.key(), entry.value());
    }
    return merged;
  }

  private static Node filled(
      Node container, Mapping requests, Mapping limits, String words, List<String> told) {
    if (!(container instanceof Mapping given)) {
      return container;
    }
    String whose = words + given.get("name").text();
    Mapping filled = filled(given, "requests", requests, " request for " + whose, told);
    return filled(filled, "limits", limits, " limit for " + whose, told);
  }

  private static Mapping filled(
      Mapping container, String list, Mapping defaults, String words, List<String> told) {
    Node given = container.at("resources", list);
    Mapping amounts = given instanceof Mapping mapping ? mapping : Mapping.EMPTY;
    Set<String> missing = new TreeSet<>();
    for (Mapping.Entry entry : defaults.entries()) {
      if (!amounts.has(entry.key())) {
        missing.add(entry.key());
        amounts = amounts.with(entry.key(), entry.value());
      }
    }
    if (missing.isEmpty()) {
      return container;
    }
    told.add(String.join(", ", missing) + words);
    return container.withAt(List.of("resources", list), amounts);
  }

  /** In the server's words, for programs read them. */
  private static Mapping annotated(Mapping pod, List<String> told) {
    return pod.withAt(
        List.of("metadata", "annotations", ANNOTATION),
        Scalar.of("LimitRanger plugin set: " + String.join("; ", told)));
  }

  @Override
  public void validate(AdmissionRequest request, Objections objections) {
    for (Resource range : ranges(request)) {
      LimitRangeBounds.Excess excess = request.isFor(AdmissionRequest.POD)
          ? LimitRangeBounds.ofPod(range, request.spec())
          : LimitRangeBounds.ofClaim(range, request.spec());
      if (!excess.isEmpty()) {
        objections.forbid(
            name(), "LimitRange " + range.name(), excess.errors(), excess.toldAsServer());
        return;
      }
    }
  }
}
