package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ports of the node that containers take; each can be taken once. */
final class HostPorts {

  private final Errors errors;
  private final Set<String> taken = new HashSet<>();

  HostPorts(Errors errors) {
    this.errors = errors;
  }

  void claim(List<Value> ports) {
    for (Value port : ports) {
      long number = port.at("hostPort").number();
      String key = port.at("protocol").text() + "/" + port.at("hostIP").text() + "/" + number;
      if (number != 0 && !taken.add(key)) {
        errors.duplicate(
            port.at("hostPort").path(),
            "unique-host-port",
            "is " + number + ", which another port of the pod takes");
      }
    }
  }
}
