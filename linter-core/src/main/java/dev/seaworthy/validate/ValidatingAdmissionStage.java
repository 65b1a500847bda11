package dev.seaworthy.validate;

import dev.seaworthy.validate.admission.Admission;
import dev.seaworthy.validate.admission.Objections;

/** Asks the admission plug-ins whether the object, as it is now, may be stored. */
final class ValidatingAdmissionStage implements StageJudge {

  private final Admission admission;

  ValidatingAdmissionStage(Admission admission) {
    this.admission = admission;
  }

  @Override
  public Stage stage() {
    return Stage.VALIDATING_ADMISSION;
  }

  @Override
  public void judge(Judgement judgement) {
    Objections objections = new Objections(judgement.doubt());
    admission.validate(judgement.asAdmissionRequest(), objections);
    judgement.warn(objections.warnings());
    objections.denial().ifPresent(why -> judgement.refuse(stage(), Refusal.denied(why)));
  }
}
