package dev.seaworthy.validate;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** Judges a write of the status subresource, which changes nothing else. */
final class StatusStage implements StageJudge {

  private final TypeJudge types;

  StatusStage(TypeJudge types) {
    this.types = types;
  }

  @Override
  public Stage stage() {
    return Stage.VALIDATE;
  }

  @Override
  public void judge(Judgement judgement) {
    Errors errors = new Errors();
    Value status = Value.root(judgement.object(), judgement.previous()).at("status");
    StatusOwnership.typeOf(judgement.type())
        .ifPresent(type -> types.check(type, status, judgement.request(), errors));
    if (errors.count() > 0) {
      judgement.refuse(stage(), Refusal.invalid(errors.distinctCauses()));
    }
  }
}
