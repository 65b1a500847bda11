package dev.seaworthy.validate.check.core.volume;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.TypeCheck;
import dev.seaworthy.validate.field.Value;

/** A Fibre Channel volume: named by its targets and their unit, or by world wide identifiers. */
public final class FibreChannelCheck implements TypeCheck {

  @Override
  public String type() {
    return "core/v1.FCVolumeSource";
  }

  @Override
  public void check(Value source, Request request, Errors errors) {
    Value names = source.at("targetWWNs");
    boolean hasIds = source.at("wwids").size() > 0;
    if (names.size() == 0 && !hasIds) {
      errors.required(names.path(), "one-of", "must be given, or wwids");
    }
    if (names.size() > 0 && hasIds) {
      errors.invalid(names.path(), "one-of", "is given and wwids too, only one may be");
    }
    if (names.size() > 0) {
      unitIsGiven(source.at("lun"), errors);
    }
  }

  private static void unitIsGiven(Value lun, Errors errors) {
    if (lun.isAbsent()) {
      errors.required(lun.path(), "lun-is-given", "must be given with targetWWNs");
    } else if (lun.number() < 0 || lun.number() > 255) {
      errors.invalid(lun.path(), "lun-range", "is " + lun.number() + ", must be from 0 to 255");
    }
  }
}
