package dev.seaworthy.validate;

import dev.seaworthy.api.crd.CustomKind;
import dev.seaworthy.api.crd.CustomStruct;
import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.custom.Pruning;
import dev.seaworthy.validate.custom.StructuralDefaults;

/**
 * What is left of an object that is sent in another version than it is stored in, where nothing
 * converts it: the fields that both versions have, with the defaults of the stored one. Objects to
 * nothing.
 */
final class CustomStorageStage implements StageJudge {

  @Override
  public Stage stage() {
    return Stage.VALIDATING_ADMISSION;
  }

  @Override
  public void judge(Judgement judgement) {
    if (judgement.type().struct() instanceof CustomStruct custom) {
      CustomKind kind = custom.kind();
      kind.stored()
          .ifPresent(stored -> judgement.become(kept(judgement.object(), stored, kind.schema())));
    }
  }

  private static Mapping kept(Mapping sent, StructuralSchema stored, StructuralSchema own) {
    Mapping written = Pruning.prune(sent, stored).object();
    return Pruning.prune(StructuralDefaults.apply(written, stored), own).object();
  }
}
