package dev.seaworthy.validate;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.admission.Admission;
import dev.seaworthy.validate.admission.Objections;
import dev.seaworthy.validate.field.DecodeError;
import java.util.List;
import java.util.Optional;

/**
 * What no more than policies have a say in: that an object goes away, or how many replicas it is told
 * to have. Neither is a whole object that could be judged.
 */
final class PartStage implements StageJudge {

  private final Admission admission;

  PartStage(Admission admission) {
    this.admission = admission;
  }

  @Override
  public Stage stage() {
    return Stage.VALIDATING_ADMISSION;
  }

  @Override
  public void judge(Judgement judgement) {
    Submission submission = judgement.submission();
    Mapping stored = submission.previous() instanceof Mapping given ? given : Mapping.EMPTY;
    Optional<ResourceType> type = judgement.catalog().find(new Resource(stored).gvk());
    if (type.isEmpty()) {
      DecodeError unknown =
          new DecodeError("no-kind", "", FieldPath.ROOT, "is of a kind that is not served");
      judgement.end(stage(), Refusal.undecoded(404, "NotFound", List.of(unknown)));
      return;
    }
    judgement.recognised(type.get());
    judgement.replaces(DecodeStage.placed(submission, type.get(), stored));
    judgement.become(
        submission.object() instanceof Mapping part
            ? DecodeStage.placed(submission, type.get(), part)
            : Mapping.EMPTY);
    Objections objections = new Objections(judgement.doubt());
    admission.validatePart(judgement.asAdmissionRequest(), objections);
    judgement.warn(objections.warnings());
    objections.denial().ifPresent(why -> judgement.refuse(stage(), Refusal.denied(why)));
  }
}
