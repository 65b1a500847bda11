package dev.seaworthy.validate.check.core.volume;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.TypeCheck;
import dev.seaworthy.validate.field.Value;

/**
 * A file with a fact about the pod: a field of it, or an amount of a container's resources. The
 * server names neither the list nor the item.
 */
public final class DownwardFileCheck implements TypeCheck {

  @Override
  public String type() {
    return "core/v1.DownwardAPIVolumeFile";
  }

  @Override
  public void check(Value item, Request request, Errors errors) {
    Value file = Value.of(item.node(), item.parent().parent().path(), item.previous());
    Value field = file.at("fieldRef");
    Value resource = file.at("resourceFieldRef");
    if (field.isPresent()) {
      new FieldSelectorCheck(errors, FieldSelectorCheck.Use.VOLUME).check(field);
      if (resource.isPresent()) {
        errors.invalid(
            file.path(), "one-of", "has both fieldRef and resourceFieldRef, must have one of them");
      }
    } else if (resource.isPresent()) {
      new ResourceFieldSelectorCheck(errors).checkInVolume(resource);
    } else {
      errors.required(file.path(), "one-of", "must have one of fieldRef and resourceFieldRef");
    }
  }
}
