package dev.seaworthy.validate.admission.podsecurity;

import dev.seaworthy.validate.field.Value;
import java.util.Map;

/** The control of kernel parameters: only those that no other pod of the node feels. */
final class SysctlControl {

  /** With the release of the standards that brought each. */
  private static final Map<String, Integer> SAFE = Map.ofEntries(
      Map.entry("kernel.shm_rmid_forced", 0),
      Map.entry("net.ipv4.ip_local_port_range", 0),
      Map.entry("net.ipv4.ip_unprivileged_port_start", 0),
      Map.entry("net.ipv4.tcp_syncookies", 0),
      Map.entry("net.ipv4.ping_group_range", 0),
      Map.entry("net.ipv4.ip_local_reserved_ports", 27),
      Map.entry("net.ipv4.tcp_keepalive_time", 29),
      Map.entry("net.ipv4.tcp_fin_timeout", 29),
      Map.entry("net.ipv4.tcp_keepalive_intvl", 29),
      Map.entry("net.ipv4.tcp_keepalive_probes", 29),
      Map.entry("net.ipv4.tcp_rmem", 32),
      Map.entry("net.ipv4.tcp_wmem", 32));

  private SysctlControl() {}

  static void judge(ReviewedPod pod, Violations violations) {
    for (Value sysctl : pod.context().at("sysctls").items()) {
      Value name = sysctl.at("name");
      Integer since = SAFE.get(name.text());
      if (since == null || since > pod.minor()) {
        violations.add(name, "must not be " + name.text());
      }
    }
  }
}
