package dev.seaworthy.validate;

import dev.seaworthy.validate.admission.Admission;
import dev.seaworthy.validate.admission.AdmissionRequest;
import dev.seaworthy.validate.admission.Objections;

/** Lets the admission plug-ins fill in what they add; the first that objects ends it. */
final class MutatingAdmissionStage implements StageJudge {

  private final Admission admission;

  MutatingAdmissionStage(Admission admission) {
    this.admission = admission;
  }

  @Override
  public Stage stage() {
    return Stage.MUTATING_ADMISSION;
  }

  @Override
  public void judge(Judgement judgement) {
    AdmissionRequest request = judgement.asMutableAdmissionRequest();
    Objections objections = new Objections(judgement.doubt());
    judgement.become(admission.mutated(request, objections));
    objections.denial().ifPresent(why -> judgement.refuse(stage(), Refusal.denied(why)));
    judgement.warn(objections.warnings());
  }
}
