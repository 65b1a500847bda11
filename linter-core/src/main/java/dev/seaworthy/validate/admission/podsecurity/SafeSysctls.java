package dev.seaworthy.validate.admission.podsecurity;

import java.util.Map;

/** The kernel parameters that only the pod itself feels, so that a kubelet lets pods set them. */
public final class SafeSysctls {

  /** With the release of the Pod Security Standards that brought each. */
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
      Map.entry("net.ipv4.tcp_wmem", 32),
      Map.entry("net.ipv4.tcp_slow_start_after_idle", 37),
      Map.entry("net.ipv4.tcp_notsent_lowat", 37));

  private SafeSysctls() {}

  /** Whether {@code name}, with dots, is safe by the standards of release 1.{@code minor}. */
  public static boolean contains(String name, int minor) {
    Integer since = SAFE.get(name);
    return since != null && since <= minor;
  }
}
