package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Value;
import java.util.stream.Stream;

/** What no single field of a hook can tell. */
final class HandlerCheck {

  private final PodScope scope;

  HandlerCheck(PodScope scope) {
    this.scope = scope;
  }

  /** A hook sleeps only if that is the one thing that it does. */
  void ofHook(Value hook) {
    boolean other =
        Stream.of("exec", "httpGet", "tcpSocket").anyMatch(f -> hook.at(f).isPresent());
    if (!other && hook.at("sleep").isPresent()) {
      sleep(hook.at("sleep"));
    }
  }

  private void sleep(Value sleep) {
    Value grace = scope.spec().at("terminationGracePeriodSeconds");
    long seconds = sleep.at("seconds").number();
    long least = scope.request().isSince(33) ? 0 : 1;
    if (grace.isPresent() && (seconds < least || seconds > grace.number())) {
      scope
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
