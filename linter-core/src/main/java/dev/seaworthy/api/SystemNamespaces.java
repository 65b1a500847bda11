package dev.seaworthy.api;

import java.util.List;

/** The namespaces that a cluster has from its first moment on. */
public final class SystemNamespaces {

  public static final List<String> ALL =
      List.of("default", "kube-node-lease", "kube-public", "kube-system");

  private SystemNamespaces() {}
}
