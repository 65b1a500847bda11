package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** Hosts of an Ingress without a certificate, and certificates without a host. */
final class IngressTlsHostUncovered implements ObjectCheck {

  private static final FieldPath RULES = FieldPath.of("spec", "rules");
  private static final FieldPath TLS = FieldPath.of("spec", "tls");

  @Override
  public List<Finding> check(InputObject ingress, CheckContext context) {
    List<Node> tls = ingress.at(TLS).items();
    boolean coversAll = tls.stream().anyMatch(entry -> entry.get("hosts").size() == 0);
    if (tls.isEmpty() || coversAll) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    rulesWithoutTls(ingress, tls, findings);
    tlsWithoutRule(ingress, tls, findings);
    return findings;
  }

  private static void rulesWithoutTls(InputObject ingress, List<Node> tls, List<Finding> findings) {
    List<String> covered = tls.stream()
        .flatMap(entry -> entry.get("hosts").items().stream())
        .map(Node::text)
        .toList();
    for (int i = 0; i < ingress.at(RULES).size(); i++) {
      FieldPath place = RULES.index(i).child("host");
      String host = ingress.at(place).text();
      if (!host.isEmpty() && covered.stream().noneMatch(c -> HostNames.covers(c, host))) {
        findings.add(
            Finding.at(ingress, place, "no entry of tls has a certificate for '" + host + "'"));
      }
    }
  }

  private static void tlsWithoutRule(InputObject ingress, List<Node> tls, List<Finding> findings) {
    List<String> hosts =
        ingress.at(RULES).items().stream().map(rule -> rule.get("host").text()).toList();
    boolean any =
        hosts.contains("") || ingress.at(FieldPath.of("spec", "defaultBackend")).isPresent();
    if (any || hosts.isEmpty()) {
      return;
    }
    for (int i = 0; i < tls.size(); i++) {
      FieldPath list = TLS.index(i).child("hosts");
      for (int j = 0; j < ingress.at(list).size(); j++) {
        String named = ingress.at(list.index(j)).text();
        if (hosts.stream()
            .noneMatch(host -> HostNames.covers(named, host) || HostNames.covers(host, named))) {
          findings.add(
              Finding.at(ingress, list.index(j), "no rule is about the host '" + named + "'"));
        }
      }
    }
  }
}
