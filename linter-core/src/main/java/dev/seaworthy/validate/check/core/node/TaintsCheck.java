package dev.seaworthy.validate.check.core.node;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.LabelFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What keeps pods away from a node. Mirrors validateNodeTaints, which looks for them in metadata. */
final class TaintsCheck {

  private static final FieldPath OF_SERVER = FieldPath.of("metadata", "taints");
  private static final List<String> EFFECTS =
      List.of("NoSchedule", "PreferNoSchedule", "NoExecute");

  private final Value taints;
  private final Errors errors;

  TaintsCheck(Value taints, Errors errors) {
    this.taints = taints;
    this.errors = errors;
  }

  void check() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < taints.size(); i++) {
      Value taint = taints.item(i);
      FieldPath ofServer = OF_SERVER.index(i);
      form(taint.at("key"), ofServer.child("key"), LabelFormat.QUALIFIED_NAME);
      form(taint.at("value"), ofServer.child("value"), LabelFormat.LABEL_VALUE);
      effect(taint.at("effect"), ofServer.child("effect"));
      if (!seen.add(taint.at("key").text() + " " + taint.at("effect").text())) {
        add(
            CauseType.DUPLICATE,
            taint,
            ofServer,
            "uniqueItems",
            "has a key and effect that are there already");
      }
    }
  }

  private void form(Value field, FieldPath ofServer, LabelFormat form) {
    for (String problem : form.problems(field.text())) {
      add(CauseType.INVALID, field, ofServer, form.key(), "is '" + field.text() + "', " + problem);
    }
  }

  private void effect(Value effect, FieldPath ofServer) {
    if (effect.text().isEmpty()) {
      add(CauseType.REQUIRED, effect, ofServer, "required", "must be given");
    } else if (!EFFECTS.contains(effect.text())) {
      add(
          CauseType.NOT_SUPPORTED,
          effect,
          ofServer,
          "enum",
          "is '" + effect.text() + "', must be one of " + String.join(", ", EFFECTS));
    }
  }

  private void add(CauseType type, Value place, FieldPath ofServer, String origin, String message) {
    errors.add(FieldError.of(type, place.path(), origin, message).namedAs(ofServer));
  }
}
