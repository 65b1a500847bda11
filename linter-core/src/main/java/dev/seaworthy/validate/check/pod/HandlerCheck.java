package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.List;

/** What a probe or hook does: exactly one thing. */
final class HandlerCheck {

  private static final List<String> OF_PROBES = List.of("exec", "httpGet", "tcpSocket", "grpc");
  private static final List<String> OF_HOOKS = List.of("exec", "httpGet", "tcpSocket", "sleep");
  private static final List<String> SCHEMES = List.of("HTTP", "HTTPS");
  private static final int LARGEST_PORT = 65535;

  private final PodScope scope;
  private final FieldRules rules;

  HandlerCheck(PodScope scope) {
    this.scope = scope;
    this.rules = new FieldRules(scope.errors());
  }

  void ofProbe(Value probe) {
    check(probe, OF_PROBES);
  }

  void ofHook(Value hook) {
    check(hook, OF_HOOKS);
  }

  /** The first kind counts and is judged; each further one is refused. */
  private void check(Value holder, List<String> kinds) {
    boolean found = false;
    for (String kind : kinds) {
      Value handler = holder.at(kind);
      if (handler.isPresent()) {
        if (found) {
          rules
              .errors()
              .forbidden(handler.path(), "one-handler", "is a second handler; there must be one");
        } else {
          judge(kind, handler);
          found = true;
        }
      }
    }
    if (!found) {
      rules
          .errors()
          .required(
              holder.path(),
              "one-handler",
              "must have a handler: one of " + String.join(", ", kinds));
    }
  }

  private void judge(String kind, Value handler) {
    switch (kind) {
      case "exec" -> rules.requiredItems(handler.at("command"));
      case "httpGet" -> httpGet(handler);
      case "sleep" -> sleep(handler);
      default -> port(handler.at("port"));
    }
  }

  private void httpGet(Value get) {
    rules.required(get.at("path"));
    port(get.at("port"));
    rules.oneOf(get.at("scheme"), SCHEMES);
    Value headers = get.at("httpHeaders");
    for (Value header : headers.items()) {
      rules.format(headers.path(), header.at("name").text(), NameFormat.HTTP_HEADER_NAME);
    }
  }

  /** A port's number or name. */
  private void port(Value port) {
    if (port.node().isString()) {
      rules.format(port, NameFormat.PORT_NAME);
    } else {
      rules.range(port, 1, LARGEST_PORT);
    }
  }

  private void sleep(Value sleep) {
    Value grace = scope.spec().at("terminationGracePeriodSeconds");
    long seconds = sleep.at("seconds").number();
    long least = scope.request().isSince(33) ? 0 : 1;
    if (grace.isPresent() && (seconds < least || seconds > grace.number())) {
      rules
          .errors()
          .invalid(
              sleep.path(),
              "sleep-fits-grace-period",
              "is "
                  + seconds
                  + " seconds, must be from "
                  + least
                  + " to terminationGracePeriodSeconds ("
                  + grace.number()
                  + ")");
    }
  }
}
