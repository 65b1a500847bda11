package dev.seaworthy.validate.check.apps;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** The server sees no data but objects. Mirrors ValidateControllerRevision. */
public final class ControllerRevisionCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("apps", "ControllerRevision");
  }

  @Override
  public void check(Value revision, Request request, Errors errors) {
    Value data = revision.at("data");
    boolean missed = data.node().isString() && data.text().isEmpty();
    if (data.isPresent() && !data.node().isMapping() && !missed) {
      errors.required(data.path(), "json-object", "must be an object");
    }
  }
}
