package dev.seaworthy.validate;

import dev.seaworthy.api.crd.CustomKind;
import dev.seaworthy.api.crd.CustomStruct;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.custom.CustomWarnings;
import dev.seaworthy.validate.custom.ObjectRules;
import dev.seaworthy.validate.custom.SchemaJudge;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.rules.ObjectValidations;
import org.jspecify.annotations.Nullable;

/** Judges an object of a custom kind by its metadata and by the schema of its definition. */
final class CustomValidateStage implements StageJudge {

  private final Preparation preparation;

  /** Made for the first kind that has rules: a command without one loads nothing of CEL. */
  private @Nullable ObjectValidations validations;

  CustomValidateStage(Preparation preparation) {
    this.preparation = preparation;
  }

  @Override
  public Stage stage() {
    return Stage.VALIDATE;
  }

  private synchronized ObjectValidations validations() {
    if (validations == null) {
      validations = new ObjectValidations();
    }
    return validations;
  }

  @Override
  public void judge(Judgement judgement) {
    Errors errors = new Errors();
    Mapping prepared = preparation.prepare(judgement, errors);
    judgement.become(prepared);
    Node previous = judgement.previous();
    Value object = Value.root(prepared, previous);
    ObjectMetaCheck.check(judgement.type(), object, judgement.request(), errors);
    if (judgement.type().struct() instanceof CustomStruct custom) {
      CustomKind kind = custom.kind();
      SchemaJudge judge = SchemaJudge.of(judgement.request().release());
      ObjectRules.Answer answer =
          ObjectRules.judge(judge, kind, prepared, previous, errors.causes());
      answer.errors().forEach(errors::add);
      if (answer.asksValidations()) {
        ObjectValidations.Answer told = validations().judge(kind.schema(), prepared, previous);
        told.errors().forEach(errors::add);
        judgement.warn(told.warnings());
      }
      CustomWarnings.of(prepared, previous, errors);
    }
    if (errors.count() > 0) {
      judgement.refuse(stage(), Refusal.invalid(errors.causes()));
    } else {
      judgement.warn(errors.warnings());
    }
  }
}
