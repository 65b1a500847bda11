package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What all checks of one pod share.
 *
 * @param metadata of the pod or template
 * @param annotations where the server reports annotations: templates leave {@code metadata} out
 */
public record PodScope(
    Carrier carrier,
    Value metadata,
    FieldPath annotations,
    Value spec,
    Request request,
    Errors errors) {

  /** Who carries the spec. Some checks wait until a pod is made of a template. */
  public enum Carrier {
    POD,
    TEMPLATE
  }

  /** The scope of a Pod. */
  public static PodScope ofPod(Value pod, Request request, Errors errors) {
    Value metadata = pod.at("metadata");
    return new PodScope(
        Carrier.POD,
        metadata,
        metadata.path().child("annotations"),
        pod.at("spec"),
        request,
        errors);
  }

  /** The scope of a PodTemplateSpec. */
  public static PodScope ofTemplate(Value template, Request request, Errors errors) {
    return new PodScope(
        Carrier.TEMPLATE,
        template.at("metadata"),
        template.path().child("annotations"),
        template.at("spec"),
        request,
        errors);
  }

  boolean isPod() {
    return carrier == Carrier.POD;
  }

  /** The pod's name; templates have none that counts. */
  String podName() {
    return isPod() ? metadata.at("name").text() : "";
  }

  /** Every container, in the server's order: init, regular, ephemeral. */
  List<Value> allContainers() {
    List<Value> all = new ArrayList<>(spec.at("initContainers").items());
    all.addAll(spec.at("containers").items());
    all.addAll(spec.at("ephemeralContainers").items());
    return all;
  }

  boolean isHostNetwork() {
    return spec.at("hostNetwork").isTrue();
  }

  /** Whether the pod shares the users of the node; it does unless told otherwise. */
  boolean usesHostUsers() {
    return spec.at("hostUsers").node().booleanOr(true);
  }

  boolean isWindows() {
    return spec.at("os", "name").text().equals("windows");
  }

  /** The names that containers may claim. */
  Set<String> claimNames() {
    Set<String> names = new HashSet<>();
    for (Value claim : spec.at("resourceClaims").items()) {
      names.add(claim.at("name").text());
    }
    names.remove("");
    return names;
  }
}
