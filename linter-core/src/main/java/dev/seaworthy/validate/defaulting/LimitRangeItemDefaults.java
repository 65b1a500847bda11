package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.field.Request;

/**
 * Bounds of containers give defaults: what is allowed at most, then what is the default, then what is
 * needed at least. Mirrors SetDefaults_LimitRangeItem.
 */
final class LimitRangeItemDefaults implements TypeDefaults {

  @Override
  public String type() {
    return "core/v1.LimitRangeItem";
  }

  @Override
  public Mapping apply(Mapping item, Request request) {
    if (!item.get("type").text().equals("Container")) {
      return item;
    }
    Mapping limits = filled(list(item, "default"), list(item, "max"));
    Mapping requests = filled(list(item, "defaultRequest"), limits);
    return item.with("default", limits).with("defaultRequest", filled(requests, list(item, "min")));
  }

  private static Mapping list(Mapping item, String field) {
    return item.get(field) instanceof Mapping given ? given : Mapping.EMPTY;
  }

  private static Mapping filled(Mapping list, Mapping from) {
    Mapping filled = list;
    for (Mapping.Entry entry : from.entries()) {
      if (filled.get(entry.key()).isAbsent()) {
        filled = filled.with(entry.key(), entry.value());
      }
    }
    return filled;
  }
}
