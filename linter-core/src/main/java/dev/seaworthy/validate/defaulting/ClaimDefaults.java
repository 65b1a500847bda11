package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.field.Request;

/** A claim inside a StatefulSet is a claim, whatever it calls itself: Go drops that when it reads it. */
final class ClaimDefaults implements TypeDefaults {

  @Override
  public String type() {
    return "core/v1.PersistentVolumeClaim";
  }

  @Override
  public Mapping apply(Mapping claim, Request request) {
    return named(named(claim, "apiVersion", "v1"), "kind", "PersistentVolumeClaim");
  }

  private static Mapping named(Mapping claim, String field, String name) {
    return claim.get(field).text().equals(name) ? claim : claim.with(field, Scalar.of(name));
  }
}
