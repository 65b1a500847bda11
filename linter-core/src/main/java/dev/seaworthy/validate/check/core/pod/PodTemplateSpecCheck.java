package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.check.meta.MetadataMaps;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.TypeCheck;
import dev.seaworthy.validate.field.Value;

/**
 * What pods are made from, in every kind that makes pods. Mirrors ValidatePodTemplateSpec, which
 * names the template's metadata without the step {@code metadata}.
 */
public final class PodTemplateSpecCheck implements TypeCheck {

  @Override
  public String type() {
    return "core/v1.PodTemplateSpec";
  }

  @Override
  public void check(Value template, Request request, Errors errors) {
    metadata(template, request, errors);
    PodScope scope = PodScope.ofTemplate(template, request, errors);
    new PodSpecCheck(scope).check();
    PodCreateCheck creation = new PodCreateCheck(scope);
    creation.seccompAgrees();
    creation.appArmorAgrees();
    new PodWarnings(scope).warn();
  }

  /** The template's own metadata, which the server names without the step {@code metadata}. */
  public static void metadata(Value template, Request request, Errors errors) {
    MetadataMaps.labels(metadata(template, "labels"), errors);
    MetadataMaps.annotations(metadata(template, "annotations"), errors);
    new PodAnnotationsCheck(PodScope.ofTemplate(template, request, errors)).check();
  }

  private static Value metadata(Value template, String map) {
    Value value = template.at("metadata", map);
    return Value.of(value.node(), template.path().child(map), value.previous());
  }
}
