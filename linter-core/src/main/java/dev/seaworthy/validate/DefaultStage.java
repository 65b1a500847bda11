package dev.seaworthy.validate;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.defaulting.Defaults;

/** Gives the fields without a value the value that the release defaults them to. */
final class DefaultStage implements StageJudge {

  private final Defaults defaults;

  DefaultStage(Defaults defaults) {
    this.defaults = defaults;
  }

  @Override
  public Stage stage() {
    return Stage.DEFAULT;
  }

  @Override
  public void judge(Judgement judgement) {
    Node done = judgement.request().keepsWhatIsStored() ? judgement.previous() : Absent.INSTANCE;
    judgement.become(
        defaults.apply(judgement.type().struct(), judgement.object(), judgement.request(), done));
  }
}
