package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.Optional;
import java.util.Set;

/**
 * A new pod runs as a ServiceAccount that is there, and takes no secrets but those that the account
 * lets it take. What the real plug-in mounts for it is seen by programs alone, and left out.
 */
final class ServiceAccount implements AdmissionPlugin {

  private static final GroupKind SERVICE_ACCOUNT = GroupKind.of("", "ServiceAccount");
  private static final FieldPath PLACE = FieldPath.of("spec", "serviceAccountName");

  /** The one that every namespace has. */
  private static final String DEFAULT = "default";

  /** Marks what a kubelet tells of a pod that it has from elsewhere. */
  private static final String MIRROR = "kubernetes.io/config.mirror";

  private static final String ENFORCED = "kubernetes.io/enforce-mountable-secrets";

  /** What Go reads as true. */
  private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");

  @Override
  public PluginName name() {
    return PluginName.SERVICE_ACCOUNT;
  }

  @Override
  public boolean handles(AdmissionRequest request) {
    return request.settings().serviceAccounts() && request.isCreateOf(AdmissionRequest.POD);
  }

  /** It looks when it has its turn to change the pod, before anybody judges what is written there. */
  @Override
  public Mapping admit(AdmissionRequest request, Objections objections) {
    validate(request, objections);
    return request.object();
  }

  @Override
  public void validate(AdmissionRequest request, Objections objections) {
    if (request.object().at("metadata", "annotations", MIRROR).isPresent()) {
      refuseReferences(request.spec(), objections);
    } else {
      look(request, objections);
    }
  }

  private void refuseReferences(Node spec, Objections objections) {
    if (!spec.get("serviceAccountName").text().isEmpty()) {
      objections.forbid(name(), PLACE, "a mirror pod may not reference service accounts");
    } else if (PodSecrets.of(spec).findAny().isPresent()) {
      objections.forbid(name(), FieldPath.of("spec"), "a mirror pod may not reference secrets");
    } else if (takesToken(spec)) {
      objections.forbid(
          name(),
          FieldPath.of("spec", "volumes"),
          "a mirror pod may not use ServiceAccountToken volume projections");
    }
  }

  private static boolean takesToken(Node spec) {
    return spec.get("volumes").items().stream()
        .flatMap(volume -> volume.at("projected", "sources").items().stream())
        .anyMatch(source -> source.get("serviceAccountToken").isPresent());
  }

  private void look(AdmissionRequest request, Objections objections) {
    String written = request.spec().get("serviceAccountName").text();
    String named = written.isEmpty() ? DEFAULT : written;
    Optional<Resource> account = request.facts().find(SERVICE_ACCOUNT, request.namespace(), named);
    boolean isMissing =
        account.isEmpty() && !named.equals(DEFAULT) && request.facts().knowsAll(SERVICE_ACCOUNT);
    if (isMissing) {
      objections.forbid(
          name(),
          PLACE,
          "error looking up service account %s/%s: serviceaccount \"%s\" not found"
              .formatted(request.namespace(), named, named));
    }
    account
        .filter(each -> TRUE.contains(each.annotations().getOrDefault(ENFORCED, "")))
        .flatMap(each -> MountableSecrets.of(each).objection(request.spec()))
        .ifPresent(objection -> objections.forbid(name(), objection.field(), objection.message()));
  }
}
