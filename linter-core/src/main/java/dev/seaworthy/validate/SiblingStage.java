package dev.seaworthy.validate;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** Judges a pod of a template of which another pod was accepted: only its own metadata is new. */
final class SiblingStage implements StageJudge {

  @Override
  public Stage stage() {
    return Stage.VALIDATE;
  }

  @Override
  public void judge(Judgement judgement) {
    Errors errors = new Errors();
    Value pod = Value.root(judgement.object(), judgement.previous());
    ObjectMetaCheck.ofItsOwn(judgement.type(), pod, judgement.request(), errors);
    if (errors.count() > 0) {
      judgement.refuse(stage(), Refusal.invalid(errors.distinctCauses()));
    }
  }
}
