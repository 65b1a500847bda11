package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.check.change.Restored;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be changed of a pod that exists: images, an earlier deadline, more tolerations, fewer
 * gates, and where it may be scheduled as long as it is gated. The server judges images and
 * tolerations for a second time here, which old releases show.
 */
public final class PodUpdateCheck {

  /** Before, what a pod asks for as a whole stayed. */
  private static final int RESOURCES_GO_SINCE = 36;

  /** The last release that looked at the quality of service by itself. */
  private static final int QUALITY_STAYS_UNTIL = 31;

  private static final FieldPath SPEC = FieldPath.of("spec");

  private final PodScope scope;
  private final Errors errors;
  private final Value spec;
  private final Node old;

  /** A check of the change in {@code scope}. */
  public PodUpdateCheck(PodScope scope) {
    this.scope = scope;
    this.errors = scope.errors();
    this.spec = scope.spec();
    this.old = spec.previous();
  }

  /** Reports the changes that are not allowed. */
  public void check() {
    annotations();
    if (!sameContainers("containers") || !sameContainers("initContainers") || !deadline()) {
      return;
    }
    tolerations();
    gates();
    if (!scope.request().isSince(QUALITY_STAYS_UNTIL + 1)) {
      qualityOfService();
    }
    everythingElse();
  }

  private void annotations() {
    new PodAnnotationsCheck(scope).check();
    Value annotations = scope.metadata().at("annotations");
    Set<String> keys =
        annotations.node().entries().stream().map(Mapping.Entry::key).collect(Collectors.toSet());
    annotations.previous().entries().forEach(entry -> keys.add(entry.key()));
    for (String key : keys) {
      boolean fixed =
          key.startsWith(PodAnnotationsCheck.APPARMOR) || key.equals(PodAnnotationsCheck.MIRROR);
      if (fixed && annotations.key(key).isChanged()) {
        errors.forbidden(annotations.path().key(key), "fixed-annotation", "must stay as it is");
      }
    }
  }

  /** Whether the containers are as many as before; if not, nothing more is judged. */
  private boolean sameContainers(String field) {
    Value containers = spec.at(field);
    if (containers.size() != old.get(field).size()) {
      errors.forbidden(containers.path(), "same-containers", "must not get or lose an item");
      return false;
    }
    containers.items().forEach(one -> image(one.at("image")));
    return true;
  }

  private void image(Value image) {
    if (image.text().isEmpty()) {
      errors.required(image.path(), "required", "must be given");
    }
    ContainerCheck.imageIsTrimmed(image, errors);
  }

  /** A deadline may be set, and then only be shortened. */
  private boolean deadline() {
    Value deadline = spec.at("activeDeadlineSeconds");
    Node before = deadline.previous();
    if (deadline.isAbsent()) {
      if (before.isPresent()) {
        errors.invalid(deadline.path(), "deadline-stays", "must not be removed");
      }
      return true;
    }
    long seconds = deadline.number();
    if (seconds < 0 || seconds > Integer.MAX_VALUE) {
      errors.invalid(
          deadline.path(),
          "deadline-range",
          "is " + seconds + ", must be a positive 32 bit number");
      return false;
    }
    if (before.isPresent() && before.longOr(0) < seconds) {
      errors.invalid(
          deadline.path(),
          "deadline-shortens",
          "is " + seconds + ", must be at most what it was: " + before.longOr(0));
      return false;
    }
    return true;
  }

  private void tolerations() {
    Value tolerations = spec.at("tolerations");
    new TolerationsCheck(errors).check(tolerations.items());
    for (Node before : old.get("tolerations").items()) {
      if (tolerations.node().items().stream().noneMatch(now -> sameButSeconds(now, before))) {
        errors.forbidden(
            tolerations.path(),
            "tolerations-stay",
            "must keep every toleration; only tolerationSeconds may change");
        return;
      }
    }
  }

  private static boolean sameButSeconds(Node one, Node other) {
    return one instanceof Mapping a
        && other instanceof Mapping b
        && a.without("tolerationSeconds").sameAs(b.without("tolerationSeconds"));
  }

  private void gates() {
    Set<String> before = old.get("schedulingGates").items().stream()
        .map(gate -> gate.get("name").text())
        .collect(Collectors.toSet());
    for (Value gate : spec.at("schedulingGates").items()) {
      String name = gate.at("name").text();
      if (!before.contains(name)) {
        errors.forbidden(
            gate.at("name").path(), "gates-only-go", "is '" + name + "', must not be added now");
      }
    }
  }

  private void qualityOfService() {
    if (QualityOfService.of(spec.node(), false) != QualityOfService.of(old, false)) {
      errors.invalid(
          FieldPath.of("metadata"), "quality-stays", "must not get another quality of service");
    }
  }

  private void everythingElse() {
    if (!(spec.node() instanceof Mapping changed) || !(old instanceof Mapping before)) {
      return;
    }
    Mapping rest = changed;
    for (String field : List.of("activeDeadlineSeconds", "tolerations", "schedulingGates")) {
      rest = Restored.field(rest, before, field);
    }
    rest = withOldImages(rest, "containers");
    rest = withOldImages(rest, "initContainers");
    rest = withOldGrace(rest, before);
    if (rest.get("resources").isAbsent() && scope.request().isSince(RESOURCES_GO_SINCE)) {
      rest = Restored.field(rest, before, "resources");
    }
    if (before.get("schedulingGates").size() > 0) {
      rest = new GatedPodChange(scope).judged(rest, before);
    }
    if (!scope.request().same(SPEC, rest, before)) {
      errors.forbidden(
          SPEC,
          "pods-stay",
          "must not be changed but for images, activeDeadlineSeconds, and tolerations to add;"
              + " a pod is replaced instead");
    }
  }

  private Mapping withOldImages(Mapping changed, String field) {
    List<Node> containers = new ArrayList<>();
    List<Node> now = changed.get(field).items();
    for (int i = 0; i < now.size(); i++) {
      Node image = old.get(field).get(i).get("image");
      containers.add(
          now.get(i) instanceof Mapping container && image.isPresent()
              ? container.with("image", image)
              : now.get(i));
    }
    return containers.isEmpty() ? changed : changed.with(field, Sequence.of(containers));
  }

  /** A negative grace period, which an old server let pass, may be mended. */
  private static Mapping withOldGrace(Mapping changed, Mapping before) {
    String field = "terminationGracePeriodSeconds";
    boolean mended = before.get(field).longOr(0) < 0 && changed.get(field).longOr(0) == 1;
    return mended ? Restored.field(changed, before, field) : changed;
  }

  /** The node affinity of a spec. */
  static Node nodeAffinity(Node spec) {
    Node affinity = spec.at("affinity", "nodeAffinity");
    return affinity.isAbsent() ? Absent.INSTANCE : affinity;
  }
}
