package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ports of one number and protocol, by where on the node they are claimed. */
final class PortClaims {

  private record Claim(int order, Value port) {}

  private final List<Claim> all = new ArrayList<>();
  private final Map<Long, List<Claim>> byHostPort = new HashMap<>();

  void add(Value port) {
    Claim claim = new Claim(all.size(), port);
    all.add(claim);
    byHostPort.computeIfAbsent(hostPort(port), any -> new ArrayList<>()).add(claim);
  }

  /** Those that {@code port} gets in the way of, in the order in which they were added. */
  List<Value> overlapping(Value port) {
    long hostPort = hostPort(port);
    if (hostPort == 0) {
      return all.stream().map(Claim::port).toList();
    }
    List<Claim> found = new ArrayList<>(byHostPort.getOrDefault(0L, List.of()));
    String ip = port.at("hostIP").text();
    for (Claim other : byHostPort.getOrDefault(hostPort, List.of())) {
      String otherIp = other.port().at("hostIP").text();
      if (ip.isEmpty() || otherIp.isEmpty() || ip.equals(otherIp)) {
        found.add(other);
      }
    }
    found.sort(Comparator.comparingInt(Claim::order));
    return found.stream().map(Claim::port).toList();
  }

  private static long hostPort(Value port) {
    return port.at("hostPort").number();
  }
}
