package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Map;

/** Whether an egress rule lets pods ask for names: port 53, UDP, to where a cluster answers. */
final class DnsAllowance {

  private static final long DNS = 53;
  private static final String NAMESPACE_LABEL = "kubernetes.io/metadata.name";

  /** Where clusters have their name servers. */
  private static final List<String> DNS_NAMESPACES = List.of("kube-system", "openshift-dns");

  private DnsAllowance() {}

  /** @param namespace that of the policy */
  static boolean isGivenBy(Node rule, String namespace) {
    List<Node> ports = rule.get("ports").items();
    List<Node> peers = rule.get("to").items();
    return (ports.isEmpty() || ports.stream().anyMatch(DnsAllowance::isDns))
        && (peers.isEmpty() || peers.stream().anyMatch(peer -> mayAnswer(peer, namespace)));
  }

  private static boolean isDns(Node port) {
    if (!port.get("protocol").stringOr("TCP").equals("UDP")) {
      return false;
    }
    Node number = port.get("port");
    if (number.isString()) {
      return number.text().contains("dns") || number.text().equals("domain");
    }
    long first = number.longOr(DNS);
    return first <= DNS && DNS <= port.get("endPort").longOr(first);
  }

  /** Addresses may be those of a name server; so may namespaces whose labels nobody knows here. */
  private static boolean mayAnswer(Node peer, String namespace) {
    if (peer.get("ipBlock").isPresent()) {
      return true;
    }
    Node namespaces = peer.get("namespaceSelector");
    return namespaces.isAbsent()
        ? DNS_NAMESPACES.contains(namespace)
        : mayBeOfNameServers(LabelSelector.of(namespaces));
  }

  private static boolean mayBeOfNameServers(LabelSelector selector) {
    LabelSelector known = selector.without(key -> !key.equals(NAMESPACE_LABEL));
    return DNS_NAMESPACES.stream().anyMatch(name -> known.matches(Map.of(NAMESPACE_LABEL, name)));
  }
}
