package dev.seaworthy.validate;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.admission.AdmissionSettings;
import dev.seaworthy.validate.admission.ClusterFacts;
import dev.seaworthy.validate.decode.StrictDecoder;
import dev.seaworthy.validate.field.Errors;
import java.util.List;

/**
 * The object that an update replaces, as the server holds it: whoever gives it may leave out what
 * the server would have filled in when it was created.
 */
final class StoredForm {

  private final ApiCatalog catalog;
  private final List<StageJudge> completing;
  private final Preparation preparation;

  /** Completes by the stages that {@code completing} names, none of which judges values. */
  StoredForm(ApiCatalog catalog, List<StageJudge> completing, Preparation preparation) {
    this.catalog = catalog;
    this.completing = completing;
    this.preparation = preparation;
  }

  Mapping of(Node given, ResourceType type) {
    Node tree =
        StrictDecoder.decode(type.struct(), given, List.of(), catalog.release()).tree();
    Mapping object = tree instanceof Mapping mapping ? mapping : Mapping.EMPTY;
    Judgement creation = new Judgement(
        Submission.create(object), catalog, ClusterFacts.unknown(), AdmissionSettings.USUAL);
    creation.recognised(type);
    creation.become(DecodeStage.placed(creation.submission(), type, object));
    completing.forEach(stage -> stage.judge(creation));
    Mapping prepared = preparation.prepare(creation, new Errors());
    return object.get("status").size() > 0 ? StatusOwnership.copied(prepared, object) : prepared;
  }
}
