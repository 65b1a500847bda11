package dev.seaworthy.validate;

import dev.seaworthy.api.crd.CustomStruct;

/** A stage that works otherwise for kinds that a definition describes. */
record EitherStage(StageJudge builtIn, StageJudge custom) implements StageJudge {

  @Override
  public Stage stage() {
    return builtIn.stage();
  }

  @Override
  public void judge(Judgement judgement) {
    boolean isCustom = judgement.type().struct() instanceof CustomStruct;
    (isCustom ? custom : builtIn).judge(judgement);
  }
}
