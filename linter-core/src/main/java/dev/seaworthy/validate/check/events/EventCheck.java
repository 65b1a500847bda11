package dev.seaworthy.validate.check.events;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/**
 * An event of events.k8s.io. Mirrors ValidateEventCreate and ValidateEventUpdate, which name fields
 * as the core does.
 */
public final class EventCheck implements KindCheck {

  /**
   * A field that stays as it was.
   *
   * @param name the field
   * @param ofCore what the server calls it
   */
  private record Fixed(String name, String ofCore) {}

  private static final List<Fixed> FIXED = List.of(
      new Fixed("regarding", "involvedObject"),
      new Fixed("reason", "reason"),
      new Fixed("note", "message"),
      new Fixed("deprecatedSource", "source"),
      new Fixed("deprecatedFirstTimestamp", "firstTimestamp"),
      new Fixed("deprecatedLastTimestamp", "lastTimestamp"),
      new Fixed("deprecatedCount", "count"),
      new Fixed("reason", "reason"),
      new Fixed("type", "type"),
      new Fixed("eventTime", "eventTime"),
      new Fixed("action", "action"),
      new Fixed("related", "related"),
      new Fixed("reportingController", "reportingController"),
      new Fixed("reportingInstance", "reportingInstance"));

  @Override
  public GroupKind kind() {
    return GroupKind.of("events.k8s.io", "Event");
  }

  @Override
  public void check(Value event, Request request, Errors errors) {
    new EventFields(event, event.at("regarding"), event.at("reportingController"), event.at("note"))
        .check(errors);
    if (request.isCreate()) {
      created(event, errors);
    } else {
      changed(event, request, errors);
    }
  }

  private static void created(Value event, Errors errors) {
    series(event.at("series"), errors);
    if (event.at("eventTime").isAbsent()) {
      errors.required(event.at("eventTime").path(), "required", "must be given");
    }
    String type = event.at("type").text();
    if (!type.equals("Normal") && !type.equals("Warning")) {
      errors.invalid(
          event.at("type").path(), "enum", "is '" + type + "', must be Normal or Warning");
    }
    unset(event.at("deprecatedFirstTimestamp"), "firstTimestamp", errors);
    unset(event.at("deprecatedLastTimestamp"), "lastTimestamp", errors);
    if (event.at("deprecatedCount").number() != 0) {
      unset(event.at("deprecatedCount"), "count", errors);
    }
    Value source = event.at("deprecatedSource");
    if (!source.at("component").text().isEmpty() || !source.at("host").text().isEmpty()) {
      unset(source, "source", errors);
    }
  }

  private static void unset(Value field, String ofCore, Errors errors) {
    if (field.isPresent()) {
      invalid(field, ofCore, "deprecated", "must not be set", errors);
    }
  }

  private static void changed(Value event, Request request, Errors errors) {
    if (event.at("series").isChanged()) {
      series(event.at("series"), errors);
    }
    for (Fixed field : FIXED) {
      Value value = event.at(field.name);
      if (!request.same(value.path(), value.node(), value.previous())) {
        invalid(value, field.ofCore, "immutable", "must not be changed", errors);
      }
    }
  }

  private static void series(Value series, Errors errors) {
    if (series.isPresent()) {
      if (series.at("count").number() < 2) {
        errors.invalid(series.at("count").path(), "minimum", "must be at least 2");
      }
      if (series.at("lastObservedTime").isAbsent()) {
        errors.required(series.at("lastObservedTime").path(), "required", "must be given");
      }
    }
  }

  private static void invalid(
      Value field, String ofCore, String origin, String message, Errors errors) {
    errors.add(FieldError.of(CauseType.INVALID, field.path(), origin, message)
        .namedAs(FieldPath.of(ofCore)));
  }
}
