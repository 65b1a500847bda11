package dev.seaworthy.validate.admission.quota;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.check.core.service.NodePorts;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How much of each resource that a quota may limit an object uses. */
public final class Usage {

  private static final Set<String> COUNTED_BY_NAME =
      Set.of("configmaps", "replicationcontrollers", "resourcequotas", "secrets");
  private static final String BY_CLASS = ".storageclass.storage.k8s.io/";

  private Usage() {}

  /**
   * By resource, {@code requests.cpu} or {@code count/deployments.apps}.
   *
   * @param plural the kind's name in URLs
   */
  public static Map<String, BigDecimal> of(GroupKind kind, String plural, Node object) {
    String group = kind.group().isEmpty() ? "" : "." + kind.group();
    Map<String, BigDecimal> usage = new TreeMap<>();
    usage.put("count/" + plural + group, BigDecimal.ONE);
    if (kind.group().isEmpty()) {
      switch (plural) {
        case "pods" -> pod(object.get("spec"), usage);
        case "services" -> service(object.get("spec"), usage);
        case "persistentvolumeclaims" -> claim(object, usage);
        default -> {
          if (COUNTED_BY_NAME.contains(plural)) {
            usage.put(plural, BigDecimal.ONE);
          }
        }
      }
    }
    return usage;
  }

  private static void pod(Node spec, Map<String, BigDecimal> usage) {
    usage.put("pods", BigDecimal.ONE);
    PodDemands.withOverhead(spec, "requests")
        .forEach((name, amount) -> request(name, amount, usage));
    PodDemands.withOverhead(spec, "limits").forEach((name, amount) -> limit(name, amount, usage));
  }

  /** The resources that one container names, as a quota names them. */
  static Set<String> named(Node container) {
    Map<String, BigDecimal> usage = new TreeMap<>();
    Node resources = container.get("resources");
    Quantity.list(resources.get("requests"))
        .forEach((name, amount) -> request(name, amount.value(), usage));
    Quantity.list(resources.get("limits"))
        .forEach((name, amount) -> limit(name, amount.value(), usage));
    return usage.keySet();
  }

  /** Of the usual resources the bare name means the request; others have no bare name. */
  private static void request(String name, BigDecimal amount, Map<String, BigDecimal> usage) {
    usage.put("requests." + name, amount);
    if (isUsual(name) || name.startsWith("hugepages-")) {
      usage.put(name, amount);
    }
  }

  private static void limit(String name, BigDecimal amount, Map<String, BigDecimal> usage) {
    if (isUsual(name)) {
      usage.put("limits." + name, amount);
    }
  }

  private static boolean isUsual(String name) {
    return name.equals("cpu") || name.equals("memory") || name.equals("ephemeral-storage");
  }

  private static void service(Node spec, Map<String, BigDecimal> usage) {
    usage.put("services", BigDecimal.ONE);
    boolean balances = spec.get("type").text().equals("LoadBalancer");
    usage.put("services.loadbalancers", balances ? BigDecimal.ONE : BigDecimal.ZERO);
    boolean takesPorts = NodePorts.areTaken(spec);
    long ports = spec.get("ports").items().stream()
        .filter(port -> takesPorts || (balances && port.get("nodePort").longOr(0) != 0))
        .count();
    usage.put("services.nodeports", BigDecimal.valueOf(ports));
  }

  private static void claim(Node claim, Map<String, BigDecimal> usage) {
    Node spec = claim.get("spec");
    String old = claim
        .at("metadata", "annotations", "volume.beta.kubernetes.io/storage-class")
        .text();
    String storageClass = old.isEmpty() ? spec.get("storageClassName").text() : old;
    usage.put("persistentvolumeclaims", BigDecimal.ONE);
    Quantity.of(spec.at("resources", "requests", "storage"))
        .ifPresent(size -> usage.put("requests.storage", size.value()));
    if (!storageClass.isEmpty()) {
      usage.put(storageClass + BY_CLASS + "persistentvolumeclaims", BigDecimal.ONE);
      BigDecimal size = usage.get("requests.storage");
      if (size != null) {
        usage.put(storageClass + BY_CLASS + "requests.storage", size);
      }
    }
  }
}
