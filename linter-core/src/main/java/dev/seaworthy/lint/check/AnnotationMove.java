package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.Repair;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.List;
import java.util.Optional;

/** Annotations whose value becomes that of a field. */
final class AnnotationMove {

  private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
  private static final String SECCOMP = "container.seccomp.security.alpha.kubernetes.io/";

  private final InputObject object;
  private final FieldPath annotations;
  private final String key;
  private final String value;

  /** Of the annotation {@code key} among {@code annotations} of {@code object}. */
  AnnotationMove(InputObject object, FieldPath annotations, String key) {
    this.object = object;
    this.annotations = annotations;
    this.key = key;
    this.value = object.at(annotations.key(key)).text();
  }

  /** How the field takes its place, for annotations of which that is known. */
  Optional<Repair> repair() {
    if (key.startsWith(APP_ARMOR)) {
      // The server fills in the field by the annotation, and the other way round.
      return ofContainer(APP_ARMOR, "appArmorProfile", Repair.inForm());
    }
    if (key.startsWith(SECCOMP)) {
      return ofContainer(SECCOMP, "seccompProfile", Repair.inMeaning());
    }
    return switch (key) {
      case "volume.beta.kubernetes.io/storage-class" ->
        to(Repair.inForm(), "storageClassName", Scalar.of(value));
      case "volume.beta.kubernetes.io/mount-options" ->
        to(Repair.inForm(), "mountOptions", Sequence.ofStrings(List.of(value.split("\\s*,\\s*"))));
      // Controllers read a class of any name from the annotation; the field names an IngressClass.
      case "kubernetes.io/ingress.class" ->
        to(Repair.inMeaning(), "ingressClassName", Scalar.of(value));
      // What the annotation has long stopped doing, the field begins to do.
      case "service.alpha.kubernetes.io/tolerate-unready-endpoints" ->
        value.equals("true")
            ? to(Repair.inMeaning(), "publishNotReadyAddresses", Scalar.of(true))
            : Optional.empty();
      case "seccomp.security.alpha.kubernetes.io/pod" -> ofPod();
      default -> Optional.empty();
    };
  }

  private Optional<Repair> to(Repair repair, String field, Node moved) {
    return value.isBlank()
        ? Optional.empty()
        : Optional.of(removed(repair).put(FieldPath.of("spec", field), moved));
  }

  /** Annotations of which none is left go as a whole. */
  private Repair removed(Repair repair) {
    boolean last = object.at(annotations).size() == 1;
    return repair.remove(last ? annotations : annotations.key(key));
  }

  private Optional<Repair> ofPod() {
    return object
        .template()
        .flatMap(template -> profile()
            .map(profile -> removed(Repair.inMeaning())
                .put(SecurityContexts.ofPod(template).child("seccompProfile"), profile)));
  }

  private Optional<Repair> ofContainer(String prefix, String field, Repair repair) {
    List<Container> containers = object.template().map(PodTemplate::containers).orElse(List.of());
    return containers.stream()
        .filter(container -> key.equals(prefix + container.name()))
        .findFirst()
        .flatMap(container -> profile()
            .map(profile ->
                removed(repair).put(SecurityContexts.of(container).child(field), profile)));
  }

  /** The words of annotations as those of fields. */
  private Optional<Mapping> profile() {
    String file = "localhost/";
    if (value.startsWith(file) && value.length() > file.length()) {
      return Optional.of(Mapping.of(
          "type",
          Scalar.of("Localhost"),
          "localhostProfile",
          Scalar.of(value.substring(file.length()))));
    }
    return switch (value) {
      case "runtime/default", "docker/default" ->
        Optional.of(Mapping.of("type", Scalar.of("RuntimeDefault")));
      case "unconfined" -> Optional.of(Mapping.of("type", Scalar.of("Unconfined")));
      default -> Optional.empty();
    };
  }
}
