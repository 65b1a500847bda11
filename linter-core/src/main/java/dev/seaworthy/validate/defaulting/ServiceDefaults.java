package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.field.Request;

/** Without session affinity its settings mean nothing. */
final class ServiceDefaults implements TypeDefaults {

  @Override
  public String type() {
    return "core/v1.ServiceSpec";
  }

  @Override
  public Mapping apply(Mapping spec, Request request) {
    return spec.get("sessionAffinity").text().equals("None")
        ? spec.without("sessionAffinityConfig")
        : spec;
  }
}
