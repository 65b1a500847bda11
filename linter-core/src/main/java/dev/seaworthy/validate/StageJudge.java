package dev.seaworthy.validate;

/** One stage of the server. Stages that come after an objection are asked too, for {@code later}. */
interface StageJudge {

  Stage stage();

  /** Does what the stage does to the object, and objects where it must. */
  void judge(Judgement judgement);
}
