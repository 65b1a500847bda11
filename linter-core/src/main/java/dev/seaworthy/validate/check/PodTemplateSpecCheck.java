package dev.seaworthy.validate.check;

import dev.seaworthy.validate.Errors;
import dev.seaworthy.validate.Request;
import dev.seaworthy.validate.Value;

/**
 * What must hold for every pod template beyond its pod's spec. Mirrors ValidatePodTemplateSpec,
 * which names the template's metadata without the step {@code metadata}.
 */
final class PodTemplateSpecCheck implements TypeCheck {

  @Override
  public String type() {
    return "core/v1.PodTemplateSpec";
  }

  @Override
  public void check(Value template, Request request, Errors errors) {
    Value meta = template.at("metadata");
    MetadataMaps.labels(
        Value.of(
            meta.node().get("labels"),
            template.path().child("labels"),
            meta.previous().get("labels")),
        errors);
    MetadataMaps.annotations(
        Value.of(
            meta.node().get("annotations"),
            template.path().child("annotations"),
            meta.previous().get("annotations")),
        errors);
    Value ephemeral = template.at("spec", "ephemeralContainers");
    if (ephemeral.size() > 0) {
      errors.forbidden(
          ephemeral.path(), "no-ephemeral-containers", "must not be set in a pod template");
    }
  }
}
