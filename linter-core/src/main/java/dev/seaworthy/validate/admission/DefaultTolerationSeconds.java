package dev.seaworthy.validate.admission;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.time.Duration;

/** A pod stays for a while on a node that is not ready or unreachable, unless it says otherwise. */
final class DefaultTolerationSeconds implements AdmissionPlugin {

  @Override
  public PluginName name() {
    return PluginName.DEFAULT_TOLERATION_SECONDS;
  }

  @Override
  public boolean handles(AdmissionRequest request) {
    return request.isFor(AdmissionRequest.POD) && request.object().get("spec").isMapping();
  }

  @Override
  public Mapping admit(AdmissionRequest request, Objections objections) {
    AdmissionSettings settings = request.settings();
    Mapping waiting =
        tolerating(request.spec(), "node.kubernetes.io/not-ready", settings.notReadyToleration());
    return request.withSpec(
        tolerating(waiting, "node.kubernetes.io/unreachable", settings.unreachableToleration()));
  }

  private static Mapping tolerating(Mapping spec, String taint, Duration time) {
    Node given = spec.get("tolerations");
    if (given.items().stream().anyMatch(toleration -> covers(toleration, taint))) {
      return spec;
    }
    Mapping toleration = Mapping.of(
        "key", Scalar.of(taint),
        "operator", Scalar.of("Exists"),
        "effect", Scalar.of("NoExecute"),
        "tolerationSeconds", Scalar.of(time.toSeconds()));
    Sequence tolerations = given instanceof Sequence list ? list : Sequence.EMPTY;
    return spec.with("tolerations", tolerations.plus(toleration));
  }

  private static boolean covers(Node toleration, String taint) {
    String key = toleration.get("key").text();
    String effect = toleration.get("effect").text();
    return (key.isEmpty() || key.equals(taint)) && (effect.isEmpty() || effect.equals("NoExecute"));
  }
}
