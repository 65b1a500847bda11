package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;

/** An Ingress that names no class gets the newest of those that are marked as default. */
final class DefaultIngressClass implements AdmissionPlugin {

  private static final GroupKind INGRESS = GroupKind.of("networking.k8s.io", "Ingress");
  private static final GroupKind INGRESS_CLASS = GroupKind.of("networking.k8s.io", "IngressClass");
  private static final String OLD_CLASS = "kubernetes.io/ingress.class";

  @Override
  public PluginName name() {
    return PluginName.DEFAULT_INGRESS_CLASS;
  }

  @Override
  public boolean handles(AdmissionRequest request) {
    return request.isCreateOf(INGRESS);
  }

  @Override
  public Mapping admit(AdmissionRequest request, Objections objections) {
    boolean saysItself = request.spec().get("ingressClassName").isPresent()
        || request.object().at("metadata", "annotations", OLD_CLASS).isPresent();
    return saysItself
        ? request.object()
        : DefaultClass.of(
                request.facts(), INGRESS_CLASS, "ingressclass.kubernetes.io/is-default-class")
            .map(name -> request.withSpec(request.spec().with("ingressClassName", Scalar.of(name))))
            .orElse(request.object());
  }
}
