package dev.seaworthy.validate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.check.KindChecks;
import dev.seaworthy.validate.data.GoForm;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the store of a kind does before it writes: it prepares the object and judges its values. */
final class ValidateStage implements StageJudge {

  private final Preparation preparation;
  private final TypeJudge types;
  private final GoForm goForm = new GoForm();
  private final Map<GroupKind, List<KindCheck>> checks = new HashMap<>();

  ValidateStage(TypeJudge types, Preparation preparation) {
    this.preparation = preparation;
    this.types = types;
    for (KindCheck check : KindChecks.all()) {
      checks.computeIfAbsent(check.kind(), any -> new ArrayList<>(1)).add(check);
    }
  }

  @Override
  public Stage stage() {
    return Stage.VALIDATE;
  }

  @Override
  public void judge(Judgement judgement) {
    Errors lacking = new Errors(judgement.doubt());
    AnsweredKinds.check(
        judgement.type().gvk().groupKind(),
        Value.root(judgement.object(), judgement.previous()),
        lacking);
    if (lacking.count() > 0) {
      judgement.refuse(stage(), Refusal.badRequest());
      judgement.refuse(stage(), Refusal.invalid(lacking.causes()));
      return;
    }
    validated(judgement);
  }

  private void validated(Judgement judgement) {
    Errors beforehand = new Errors(judgement.doubt());
    Mapping prepared = preparation.prepare(judgement, beforehand);
    judgement.become(prepared);
    judgement.warn(beforehand.warnings());
    Errors errors = beforehand;
    if (beforehand.count() == 0) {
      errors = new Errors(judgement.doubt());
      Value object = Value.root(prepared, judgement.previous());
      validate(judgement.type(), object, comparingAsTheServer(judgement), errors);
    }
    List<FieldError> causes = AdminAccess.settled(judgement, causes(judgement, errors));
    if (!causes.isEmpty()) {
      judgement.refuse(stage(), Refusal.invalid(causes));
      errors.later().forEach(cause -> judgement.later(stage(), cause));
    } else {
      judgement.warn(errors.warnings());
      allocate(judgement);
    }
  }

  private Request comparingAsTheServer(Judgement judgement) {
    Request request = judgement.request();
    if (request.isCreate()) {
      return request;
    }
    ResourceType type = judgement.type();
    return request.comparingBy(
        (place, one, other) -> goForm.same(type.struct(), place, one, other));
  }

  private void allocate(Judgement judgement) {
    Errors errors = new Errors(judgement.doubt());
    Value object = Value.root(judgement.object(), judgement.previous());
    NodePortAllocation.check(judgement.type().gvk().groupKind(), object, errors);
    errors.causes().forEach(cause -> judgement.later(stage(), cause));
  }

  /** Before 1.36 the server listed what it had found twice twice. */
  private static List<FieldError> causes(Judgement judgement, Errors errors) {
    Request request = judgement.request();
    if (request.isSince(36)) {
      return errors.distinctCauses();
    }
    return JudgedTwice.causes(judgement.type().gvk().groupKind(), request, errors.causes());
  }

  private void validate(ResourceType type, Value object, Request request, Errors errors) {
    errors.afresh();
    boolean metadataLast = MetaRule.isJudgedLast(type) && request.isCreate();
    if (!metadataLast) {
      ObjectMetaCheck.check(type, object, request, errors);
    }
    types.check(type.struct(), object, request, errors);
    for (KindCheck check : checks.getOrDefault(type.gvk().groupKind(), List.of())) {
      errors.afresh();
      check.check(object, request, errors);
    }
    if (metadataLast && errors.count() == 0) {
      ObjectMetaCheck.check(type, object, request, errors);
    }
    if (errors.count() == 0) {
      ObjectMetaCheck.pathSegment(type, object, errors);
    }
  }
}
