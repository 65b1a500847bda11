package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.check.core.pod.PodResources;
import java.util.Map;

/** The requests and limits of a pod as a whole, from those of its containers. */
final class PodResourceDefaults {

  private static final String HUGE_PAGES = "hugepages-";

  private PodResourceDefaults() {}

  /** {@code spec} with what its own resources lack; they must have something at all. */
  static Mapping apply(Mapping spec) {
    if (!(spec.get("resources") instanceof Mapping resources)
        || (resources.get("limits").size() == 0 && resources.get("requests").size() == 0)) {
      return spec;
    }
    Mapping limits = hugePageLimits(mapping(resources.get("limits")), spec);
    Mapping requests = requests(mapping(resources.get("requests")), limits, spec);
    Mapping filled = limits.size() == 0 ? resources : resources.with("limits", limits);
    return spec.with(
        "resources", requests.size() == 0 ? filled : filled.with("requests", requests));
  }

  private static Mapping mapping(Node node) {
    return node instanceof Mapping mapping ? mapping : Mapping.EMPTY;
  }

  private static Mapping hugePageLimits(Mapping limits, Mapping spec) {
    Mapping filled = limits;
    for (Map.Entry<String, String> sum : PodResources.texts(spec, "limits").entrySet()) {
      if (sum.getKey().startsWith(HUGE_PAGES) && filled.find(sum.getKey()) == null) {
        filled = filled.with(sum.getKey(), Scalar.of(sum.getValue()));
      }
    }
    return filled;
  }

  /** What the containers ask for together, and where they ask for nothing, the limit. */
  private static Mapping requests(Mapping requests, Mapping limits, Mapping spec) {
    Mapping filled = requests;
    for (Map.Entry<String, String> sum : PodResources.texts(spec, "requests").entrySet()) {
      String name = sum.getKey();
      boolean pods = name.equals("cpu") || name.equals("memory");
      if (pods && filled.find(name) == null) {
        filled = filled.with(name, Scalar.of(sum.getValue()));
      }
    }
    for (Mapping.Entry limit : limits.entries()) {
      String name = limit.key();
      boolean pods = name.equals("cpu") || name.equals("memory") || name.startsWith(HUGE_PAGES);
      if (pods && filled.find(name) == null) {
        filled = filled.with(name, limit.value());
      }
    }
    return filled;
  }
}
