package dev.seaworthy.validate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.check.KindChecks;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the store of a kind does before it writes: it prepares the object and judges its values. */
final class ValidateStage implements StageJudge {

  /**
   * Kinds whose changes older servers judge as new objects and as changes, and list what both find.
   */
  private static final Set<GroupKind> JUDGED_TWICE = Set.of(
      GroupKind.of("", "PersistentVolume"),
      GroupKind.of("", "PersistentVolumeClaim"),
      GroupKind.of("", "ReplicationController"),
      GroupKind.of("apps", "DaemonSet"),
      GroupKind.of("apps", "ReplicaSet"),
      GroupKind.of("batch", "Job"),
      GroupKind.of("networking.k8s.io", "NetworkPolicy"),
      GroupKind.of("storage.k8s.io", "VolumeAttachment"));

  private final Preparation preparation;
  private final TypeJudge types;
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
    Errors beforehand = new Errors(judgement.doubt());
    Mapping prepared = preparation.prepare(judgement, beforehand);
    judgement.become(prepared);
    judgement.warn(beforehand.warnings());
    Errors errors = beforehand;
    if (beforehand.count() == 0) {
      errors = new Errors(judgement.doubt());
      Value object = Value.root(prepared, judgement.previous());
      validate(judgement.type(), object, judgement.request(), errors);
    }
    List<FieldError> causes = causes(judgement, errors);
    if (!causes.isEmpty()) {
      judgement.refuse(stage(), Refusal.invalid(causes));
    } else {
      judgement.warn(errors.warnings());
    }
  }

  /** Before 1.36 the server listed what it had found twice twice. */
  private static List<FieldError> causes(Judgement judgement, Errors errors) {
    Request request = judgement.request();
    if (request.isSince(36)) {
      return errors.distinctCauses();
    }
    boolean twice =
        request.isUpdate() && JUDGED_TWICE.contains(judgement.type().gvk().groupKind());
    return twice ? saidTwice(errors.causes()) : errors.causes();
  }

  /** All but what is about the change is found by both judgements. */
  private static List<FieldError> saidTwice(List<FieldError> causes) {
    List<FieldError> said = new ArrayList<>(causes);
    causes.stream()
        .filter(cause -> !cause.origin().equals("immutable"))
        .filter(cause -> !cause.field().steps().get(0).lastStep().equals("metadata"))
        .forEach(said::add);
    return said;
  }

  private void validate(ResourceType type, Value object, Request request, Errors errors) {
    errors.afresh();
    ObjectMetaCheck.check(type, object, request, errors);
    types.check(type.struct(), object, request, errors);
    for (KindCheck check : checks.getOrDefault(type.gvk().groupKind(), List.of())) {
      errors.afresh();
      check.check(object, request, errors);
    }
    if (errors.count() == 0) {
      ObjectMetaCheck.pathSegment(type, object, errors);
    }
  }
}
