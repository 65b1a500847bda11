package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ports of a container. */
final class ContainerPortsCheck {

  private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");
  private static final int LARGEST_PORT = 65535;

  private final FieldRules rules;

  ContainerPortsCheck(FieldRules rules) {
    this.rules = rules;
  }

  void check(List<Value> ports) {
    Set<String> names = new HashSet<>();
    for (Value port : ports) {
      name(port.at("name"), names);
      number(port.at("containerPort"));
      if (port.at("hostPort").number() != 0) {
        rules.range(port.at("hostPort"), 1, LARGEST_PORT);
      }
      rules.requiredOneOf(port.at("protocol"), PROTOCOLS);
    }
  }

  private void name(Value name, Set<String> names) {
    if (name.text().isEmpty()) {
      return;
    }
    if (!NameFormat.PORT_NAME.accepts(name.text())) {
      rules.format(name, NameFormat.PORT_NAME);
    } else if (!names.add(name.text())) {
      rules
          .errors()
          .duplicate(
              name.path(), "unique-name", "is '" + name.text() + "', which another port has");
    }
  }

  private void number(Value port) {
    if (port.number() == 0) {
      rules.errors().required(port.path(), "required", "is missing");
    } else {
      rules.range(port, 1, LARGEST_PORT);
    }
  }
}
