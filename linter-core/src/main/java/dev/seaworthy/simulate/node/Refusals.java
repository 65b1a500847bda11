package dev.seaworthy.simulate.node;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.defaulting.ImageName;
import java.util.Optional;

/**
 * Why a kubelet does not start a container whatever its node and its cluster hold: what the manifest
 * says is reason enough. See applyDefaultImageTag and verifyRunAsNonRoot of the kubelet.
 */
final class Refusals {

  private Refusals() {}

  /** What is wrong with the name of the image; empty if it can be read. */
  static Optional<String> ofImage(String image) {
    return ImageName.isWellFormed(image)
        ? Optional.empty()
        : Optional.of(
            "Failed to apply default image tag \"%1$s\": couldn't parse image name \"%1$s\": invalid reference format"
                .formatted(image));
  }

  /** Whether {@code container} is to run as root and not to run as root. */
  static boolean isAsRoot(Node podSpec, Node container) {
    return setting("runAsNonRoot", podSpec, container).isTrue()
        && setting("runAsUser", podSpec, container).longOr(-1) == 0;
  }

  /** A container's own word goes before that of its pod. */
  private static Node setting(String name, Node podSpec, Node container) {
    Node own = container.at("securityContext", name);
    return own.isPresent() ? own : podSpec.at("securityContext", name);
  }

  /** What a kubelet says of such a container. */
  static String asRoot(PodRun pod, String container) {
    return "container's runAsUser breaks non-root policy (pod: \"%s_%s(%s)\", container: %s)"
        .formatted(pod.key().name(), pod.key().namespace(), pod.uid(), container);
  }
}
