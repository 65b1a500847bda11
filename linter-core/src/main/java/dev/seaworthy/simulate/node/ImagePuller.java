package dev.seaworthy.simulate.node;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Gets the images of the containers of one pod before they are made, and tells how that goes, as the
 * kubelet's image manager does.
 */
final class ImagePuller {

  private final NodeTools tools;
  private final PodRun run;
  private final PodWorker pod;

  ImagePuller(NodeTools tools, PodRun run, PodWorker pod) {
    this.tools = tools;
    this.run = run;
    this.pod = pod;
  }

  /** Begins with getting the image; {@code then} follows as soon as it is there. */
  void pull(ContainerRun container, Runnable then) {
    Optional<String> unreadable = Refusals.ofImage(container.image);
    if (unreadable.isPresent()) {
      tools.warning(run, "InspectFailed", unreadable.get());
      tools.warning(run, "Failed", "Error: InvalidImageName");
      container.waits("InvalidImageName", unreadable.get());
      return;
    }
    ContainerRuntime.ImagePull pull = tools.runtime().pullImage(container.image);
    if (pull.takes().isZero()) {
      end(container, pull, then);
    } else {
      tools.normal(run, "Pulling", "Pulling image \"%s\"".formatted(container.image));
      container.plans(tools.queue().after(pull.takes(), () -> {
        if (pod.isActive()) {
          end(container, pull, then);
          pod.changed();
        }
      }));
    }
  }

  private void end(ContainerRun container, ContainerRuntime.ImagePull pull, Runnable then) {
    if (pull.hasFailed()) {
      fail(container, pull.error());
    } else {
      tools.normal(run, "Pulled", pulled(container.image, pull.takes()));
      then.run();
    }
  }

  /** It is tried again and again in vain; nothing that could be seen comes of it. */
  private void fail(ContainerRun container, String error) {
    String image = container.image;
    tools.warning(run, "Failed", "Failed to pull image \"%s\": %s".formatted(image, error));
    tools.normal(run, "BackOff", "Back-off pulling image \"%s\"".formatted(image));
    container.waits("ImagePullBackOff", "Back-off pulling image \"%s\"".formatted(image));
  }

  /** An image that takes no time to pull is there already. */
  private static String pulled(String image, Duration took) {
    if (took.isZero()) {
      return "Container image \"" + image + "\" already present on machine";
    }
    String time = goText(took);
    return "Successfully pulled image \"" + image + "\" in " + time + " (" + time
        + " including waiting)";
  }

  /** As Go writes a duration: {@code 1m30s}. */
  private static String goText(Duration time) {
    return time.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
