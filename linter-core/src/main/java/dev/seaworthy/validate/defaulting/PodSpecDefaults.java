package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The older name of the ServiceAccount says what the newer one does. Before images could be volumes,
 * the server dropped such volumes, and their mounts with them.
 */
final class PodSpecDefaults implements TypeDefaults {

  private static final int IMAGES_SINCE = 35;

  @Override
  public String type() {
    return "core/v1.PodSpec";
  }

  @Override
  public Mapping apply(Mapping pod, Request request) {
    Mapping spec = withOneAccount(pod);
    return request.isSince(IMAGES_SINCE) ? spec : withoutImages(spec);
  }

  /** Mirrors Convert_v1_PodSpec_To_core_PodSpec and the way back. */
  private static Mapping withOneAccount(Mapping spec) {
    Node account = spec.get("serviceAccountName");
    boolean differs = !account.text().isEmpty()
        && spec.get("serviceAccount").isPresent()
        && !account.sameAs(spec.get("serviceAccount"));
    return differs ? spec.with("serviceAccount", account) : spec;
  }

  private static Mapping withoutImages(Mapping spec) {
    Set<String> images = spec.get("volumes").items().stream()
        .filter(volume -> volume.get("image").isPresent())
        .map(volume -> volume.get("name").text())
        .collect(Collectors.toSet());
    if (images.isEmpty()) {
      return spec;
    }
    Mapping changed = without(spec, "volumes", images);
    for (String list : List.of("initContainers", "containers", "ephemeralContainers")) {
      if (spec.get(list) instanceof Sequence containers) {
        List<Node> kept = new ArrayList<>();
        for (Node one : containers.items()) {
          kept.add(one instanceof Mapping c ? without(c, "volumeMounts", images) : one);
        }
        changed = changed.with(list, new Sequence(kept, containers.span()));
      }
    }
    return changed;
  }

  /** {@code holder} without the items of {@code list} that have one of the names. */
  private static Mapping without(Mapping holder, String list, Set<String> names) {
    if (!(holder.get(list) instanceof Sequence items)) {
      return holder;
    }
    List<Node> kept = items.items().stream()
        .filter(item -> !names.contains(item.get("name").text()))
        .toList();
    return holder.with(list, new Sequence(kept, items.span()));
  }
}
