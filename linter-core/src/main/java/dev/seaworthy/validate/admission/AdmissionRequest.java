package dev.seaworthy.validate.admission;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Request;

/**
 * A write that asks for admission.
 *
 * @param type of what is written
 * @param object as it is to be stored
 * @param previous as it is stored; absent on create
 * @param catalog the kinds that the server knows
 * @param reinvocation what is to be asked a second time
 */
public record AdmissionRequest(
    Request request,
    ResourceType type,
    Mapping object,
    Node previous,
    ClusterFacts facts,
    AdmissionSettings settings,
    ApiCatalog catalog,
    Reinvocation reinvocation) {

  public static final GroupKind POD = GroupKind.of("", "Pod");

  /** The same request for the object as a plug-in has changed it. */
  public AdmissionRequest withObject(Mapping changed) {
    return changed == object
        ? this
        : new AdmissionRequest(
            request, type, changed, previous, facts, settings, catalog, reinvocation);
  }

  /** The same request as if it had been sent in another version of the kind. */
  AdmissionRequest inVersion(ResourceType other, Mapping converted, Node convertedPrevious) {
    return new AdmissionRequest(
        request, other, converted, convertedPrevious, facts, settings, catalog, reinvocation);
  }

  /** What is written. */
  public GroupKind kind() {
    return type.gvk().groupKind();
  }

  /** Its name in URLs, {@code deployments}. */
  public String plural() {
    return type.plural();
  }

  public boolean isCreate() {
    return request.isCreate();
  }

  public boolean isCreateOf(GroupKind asked) {
    return request.isCreate() && kind().equals(asked);
  }

  /** Whether a pod that is there is to get more or less. */
  boolean isResize() {
    return request.isOf(Request.RESIZE) && kind().equals(POD);
  }

  public boolean isFor(GroupKind asked) {
    return kind().equals(asked);
  }

  /** The namespace; empty for cluster-wide kinds. */
  public String namespace() {
    return object.at("metadata", "namespace").text();
  }

  /** The spec; empty if the object has none. */
  public Mapping spec() {
    return object.get("spec") instanceof Mapping spec ? spec : Mapping.EMPTY;
  }

  /** The object with another spec. */
  public Mapping withSpec(Mapping spec) {
    return spec == object.get("spec") ? object : object.with("spec", spec);
  }
}
