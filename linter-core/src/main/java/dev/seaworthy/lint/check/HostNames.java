package dev.seaworthy.lint.check;

/** Names of hosts as Ingresses write them: {@code *.example.com} stands for one label more. */
final class HostNames {

  private HostNames() {}

  /** Whether {@code pattern} is or stands for {@code host}, which may be a pattern itself. */
  static boolean covers(String pattern, String host) {
    if (pattern.equals(host)) {
      return true;
    }
    int dot = host.indexOf('.');
    return pattern.startsWith("*.") && dot > 0 && pattern.substring(1).equals(host.substring(dot));
  }
}
