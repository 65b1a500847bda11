package dev.seaworthy.validate;

import dev.seaworthy.api.crd.CustomStruct;
import dev.seaworthy.validate.custom.StructuralDefaults;

/** Fills in the defaults of a definition's schema. */
final class CustomDefaultStage implements StageJudge {

  @Override
  public Stage stage() {
    return Stage.DEFAULT;
  }

  @Override
  public void judge(Judgement judgement) {
    if (judgement.type().struct() instanceof CustomStruct custom) {
      judgement.become(
          StructuralDefaults.apply(judgement.object(), custom.kind().schema()));
    }
  }
}
