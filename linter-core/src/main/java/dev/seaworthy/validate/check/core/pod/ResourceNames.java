package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.format.LabelFormat;
import java.util.Set;

/** What kinds of resources there are, by their names. */
public final class ResourceNames {

  private static final Set<String> STANDARD = Set.of(
      "cpu",
      "memory",
      "ephemeral-storage",
      "requests.cpu",
      "requests.memory",
      "requests.ephemeral-storage",
      "limits.cpu",
      "limits.memory",
      "limits.ephemeral-storage",
      "pods",
      "resourcequotas",
      "services",
      "replicationcontrollers",
      "secrets",
      "configmaps",
      "persistentvolumeclaims",
      "storage",
      "requests.storage",
      "services.nodeports",
      "services.loadbalancers");

  private static final Set<String> WHOLE = Set.of(
      "pods",
      "resourcequotas",
      "services",
      "replicationcontrollers",
      "secrets",
      "configmaps",
      "persistentvolumeclaims",
      "services.nodeports",
      "services.loadbalancers");

  private static final Set<String> OF_CONTAINERS = Set.of("cpu", "memory", "ephemeral-storage");

  private static final String HUGE_PAGES = "hugepages-";

  private ResourceNames() {}

  /** Whether Kubernetes knows it by that very name, without a domain. */
  public static boolean isStandard(String name) {
    return STANDARD.contains(name)
        || isHugePages(name)
        || name.startsWith("requests." + HUGE_PAGES);
  }

  /** Whether a container can ask for it. */
  public static boolean isOfContainers(String name) {
    return OF_CONTAINERS.contains(name) || isHugePages(name);
  }

  /** Whether a pod as a whole can ask for it. */
  public static boolean isOfPods(String name) {
    return name.equals("cpu") || name.equals("memory") || isHugePages(name);
  }

  /** Whether it is memory in large pages. */
  public static boolean isHugePages(String name) {
    return name.startsWith(HUGE_PAGES);
  }

  /** The page size in the name of a huge pages resource. */
  public static String pageSize(String name) {
    return name.substring(HUGE_PAGES.length());
  }

  /** Whether Kubernetes itself defines it. */
  public static boolean isNative(String name) {
    return name.indexOf('/') < 0 || name.contains("kubernetes.io/");
  }

  /** Whether a device plugin or the like brings it, such as {@code example.com/gpu}. */
  public static boolean isExtended(String name) {
    return !isNative(name)
        && !name.startsWith("requests.")
        && LabelFormat.QUALIFIED_NAME.accepts("requests." + name);
  }

  /** Whether it comes in whole numbers only. */
  public static boolean isWhole(String name) {
    return WHOLE.contains(name) || isExtended(name);
  }

  /** Whether more may be allowed than is asked for. */
  public static boolean canBeOvercommitted(String name) {
    return isNative(name) && !isHugePages(name);
  }
}
