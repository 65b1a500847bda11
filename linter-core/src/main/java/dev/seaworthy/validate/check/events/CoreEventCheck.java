package dev.seaworthy.validate.check.events;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** An event of the core, which old clients make. */
public final class CoreEventCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "Event");
  }

  @Override
  public void check(Value event, Request request, Errors errors) {
    new EventFields(
            event, event.at("involvedObject"), event.at("reportingComponent"), event.at("message"))
        .check(errors);
  }
}
