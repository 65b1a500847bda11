package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.HashMap;
import java.util.Map;

/** Ports that several containers of a pod have. */
final class PortWarnings {

  /** The server warns of each pair; nobody reads that many, and there may be millions. */
  private static final int MOST = 10_000;

  private final PodScope scope;
  private final Errors errors;
  private int told;

  PortWarnings(PodScope scope) {
    this.scope = scope;
    this.errors = scope.errors();
  }

  void warn() {
    Map<String, PortClaims> byNumber = new HashMap<>();
    Map<String, Value> byName = new HashMap<>();
    for (Value container : scope.allContainers()) {
      for (Value port : container.at("ports").items()) {
        hostIpHasPort(port);
        number(port, byNumber);
      }
    }
    for (Value container : scope.allContainers()) {
      if (scope.request().isSince(33) && isCommon(container)) {
        Map<String, Value> own = new HashMap<>();
        for (Value port : container.at("ports").items()) {
          name(port, byName, own);
        }
        own.forEach(byName::putIfAbsent);
      }
    }
  }

  /** Whether it runs all the time; names of others never meet. */
  private static boolean isCommon(Value container) {
    return !container.path().toString().contains("initContainers")
        || InitContainersCheck.isSidecar(container);
  }

  private void hostIpHasPort(Value port) {
    if (!port.at("hostIP").text().isEmpty() && port.at("hostPort").number() == 0) {
      errors.warn(port.path(), "host-ip-has-port", "has a hostIP without a hostPort");
    }
  }

  private void number(Value port, Map<String, PortClaims> seen) {
    if (told >= MOST) {
      return;
    }
    String key = port.at("containerPort").number() + "/" + port.at("protocol").text();
    PortClaims others = seen.computeIfAbsent(key, any -> new PortClaims());
    for (Value other : others.overlapping(port)) {
      errors.warn(port.path(), "port-once", "is for the port of " + other.path());
      told++;
    }
    others.add(port);
  }

  private void name(Value port, Map<String, Value> ofOthers, Map<String, Value> own) {
    String name = port.at("name").text();
    if (name.isEmpty()) {
      return;
    }
    own.putIfAbsent(name, port);
    Value other = ofOthers.get(name);
    if (other != null) {
      errors.warn(
          port.path(),
          "port-name-once",
          "is named '" + name + "' as " + other.path() + " is; who selects by name finds only one");
    }
  }
}
