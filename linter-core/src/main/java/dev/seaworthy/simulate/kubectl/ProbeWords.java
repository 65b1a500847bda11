package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.manifest.Node;
import java.util.Locale;
import java.util.stream.Collectors;

/** A probe in a line: {@code http-get http://:8080/ready delay=0s timeout=1s period=10s …}. */
final class ProbeWords {

  private ProbeWords() {}

  static String of(Node probe) {
    return "%s delay=%ds timeout=%ds period=%ds successThreshold=%d failureThreshold=%d"
        .formatted(
            action(probe),
            probe.get("initialDelaySeconds").longOr(0),
            probe.get("timeoutSeconds").longOr(1),
            probe.get("periodSeconds").longOr(10),
            probe.get("successThreshold").longOr(1),
            probe.get("failureThreshold").longOr(3));
  }

  private static String action(Node probe) {
    Node http = probe.get("httpGet");
    if (http.isPresent()) {
      return "http-get " + http.get("scheme").stringOr("HTTP").toLowerCase(Locale.ROOT) + "://"
          + http.get("host").text() + ":" + port(http) + http.get("path").stringOr("/");
    }
    if (probe.get("tcpSocket").isPresent()) {
      return "tcp-socket " + probe.at("tcpSocket", "host").text() + ":"
          + port(probe.get("tcpSocket"));
    }
    return probe.get("grpc").isPresent()
        ? "grpc <pod>:" + port(probe.get("grpc")) + " "
            + probe.at("grpc", "service").text()
        : "exec "
            + probe.at("exec", "command").items().stream()
                .map(Node::text)
                .collect(Collectors.joining(" ", "[", "]"));
  }

  private static String port(Node action) {
    return action
        .get("port")
        .asLong()
        .map(String::valueOf)
        .orElse(action.get("port").text());
  }
}
