package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.FieldPath;

/**
 * A new pod runs as a ServiceAccount that is there. What the real plug-in mounts for it is seen by
 * programs alone, and left out.
 */
final class ServiceAccount implements AdmissionPlugin {

  private static final GroupKind SERVICE_ACCOUNT = GroupKind.of("", "ServiceAccount");
  private static final FieldPath PLACE = FieldPath.of("spec", "serviceAccountName");

  /** The one that every namespace has. */
  private static final String DEFAULT = "default";

  @Override
  public PluginName name() {
    return PluginName.SERVICE_ACCOUNT;
  }

  @Override
  public boolean handles(AdmissionRequest request) {
    return request.settings().serviceAccounts() && request.isCreateOf(AdmissionRequest.POD);
  }

  @Override
  public void validate(AdmissionRequest request, Objections objections) {
    String named = request.spec().get("serviceAccountName").stringOr(DEFAULT);
    boolean isKnown = named.isEmpty()
        || named.equals(DEFAULT)
        || !request.facts().knowsAll(SERVICE_ACCOUNT)
        || request.facts().find(SERVICE_ACCOUNT, request.namespace(), named).isPresent();
    if (!isKnown) {
      objections.forbid(
          name(),
          PLACE,
          "error looking up service account %s/%s: serviceaccount \"%s\" not found"
              .formatted(request.namespace(), named, named));
    }
  }
}
