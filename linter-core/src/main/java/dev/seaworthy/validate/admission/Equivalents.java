package dev.seaworthy.validate.admission;

import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.crd.CustomStruct;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.ArrayList;
import java.util.List;

/** A request in the other versions of its kind, which policies about those are asked for too. */
final class Equivalents {

  private Equivalents() {}

  /** The request in each other version that can be made of it here. */
  static List<AdmissionRequest> of(AdmissionRequest request) {
    List<AdmissionRequest> others = new ArrayList<>();
    request.catalog().kinds().stream()
        .filter(gvk -> gvk.groupKind().equals(request.kind()))
        .filter(gvk -> !gvk.equals(request.type().gvk()))
        .flatMap(gvk -> request.catalog().find(gvk).stream())
        .filter(other -> other.servedByDefault() && !other.list())
        .forEach(other -> others.add(request.inVersion(
            other,
            (Mapping) converted(request.object(), other),
            converted(request.previous(), other))));
    return others;
  }

  /**
   * The fields of another version. Autoscalers are the only built-in ones whose versions differ in
   * shape; of custom kinds the server changes no field either, unless a webhook does.
   */
  private static Node converted(Node object, ResourceType other) {
    if (!(object instanceof Mapping mapping)) {
      return object;
    }
    Mapping renamed = mapping.with("apiVersion", Scalar.of(other.gvk().apiVersion()));
    boolean isAutoscaler = other.gvk().kind().equals("HorizontalPodAutoscaler")
        && !(other.struct() instanceof CustomStruct);
    return isAutoscaler ? AutoscalerVersions.converted(renamed, other.gvk().version()) : renamed;
  }
}
