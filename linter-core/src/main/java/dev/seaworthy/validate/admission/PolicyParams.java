package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Optional;

/**
 * The objects that a binding gives to a policy as parameters.
 *
 * @param objects to be asked one by one; an absent one where the policy takes none
 * @param missing what is wrong where there must be some and are none
 * @param isUnknown whether there may be some that nobody told of
 */
record PolicyParams(List<Node> objects, Optional<String> missing, boolean isUnknown) {

  private static final PolicyParams NONE =
      new PolicyParams(List.of(Absent.INSTANCE), Optional.empty(), false);

  static PolicyParams of(Node policy, Node binding, AdmissionRequest request) {
    Node kind = policy.at("spec", "paramKind");
    Node ref = binding.at("spec", "paramRef");
    if (!kind.isMapping() || !ref.isMapping()) {
      return NONE;
    }
    GroupKind wanted = GroupVersionKind.of(
            kind.get("apiVersion").text(), kind.get("kind").text())
        .groupKind();
    List<Node> found = found(wanted, ref, request);
    boolean isNeeded = !ref.get("parameterNotFoundAction").text().equals("Allow");
    boolean isUnknown = found.isEmpty() && !request.facts().knowsAll(wanted);
    return new PolicyParams(
        found,
        found.isEmpty() && isNeeded && !isUnknown
            ? Optional.of("there is no object for the parameters that its binding asks for")
            : Optional.empty(),
        isUnknown);
  }

  private static List<Node> found(GroupKind kind, Node ref, AdmissionRequest request) {
    ClusterFacts facts = request.facts();
    String given = ref.get("namespace").text();
    String namespace = given.isEmpty() ? request.namespace() : given;
    String name = ref.get("name").text();
    LabelSelector selector = LabelSelector.of(ref.get("selector"));
    return facts.list(kind, "").stream()
        .filter(object -> object.namespace().isEmpty() || object.namespace().equals(namespace))
        .filter(object -> name.isEmpty()
            ? selector.matches(object.at("metadata", "labels"))
            : object.name().equals(name))
        .<Node>map(Resource::root)
        .toList();
  }
}
