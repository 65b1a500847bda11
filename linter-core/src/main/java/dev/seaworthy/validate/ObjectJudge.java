package dev.seaworthy.validate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.check.KindCheck;
import dev.seaworthy.validate.check.KindChecks;
import dev.seaworthy.validate.decode.StrictDecoder;
import dev.seaworthy.validate.defaulting.Defaults;
import dev.seaworthy.validate.defaulting.KindPreparation;
import dev.seaworthy.validate.defaulting.KindPreparations;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.field.Warning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happens to an object that could be decoded: it is completed, and then judged. */
final class ObjectJudge {

  private final Release release;
  private final Defaults defaults;
  private final TypeJudge types;
  private final Map<GroupKind, List<KindCheck>> checks = new HashMap<>();
  private final Map<GroupKind, KindPreparation> preparations = new HashMap<>();

  ObjectJudge(Release release) {
    this.release = release;
    this.defaults = new Defaults(release);
    this.types = new TypeJudge(release);
    for (KindCheck check : KindChecks.all()) {
      checks.computeIfAbsent(check.kind(), any -> new ArrayList<>(1)).add(check);
    }
    KindPreparations.all().forEach(one -> preparations.put(one.kind(), one));
  }

  Verdict judge(Submission submission, ResourceType type, Mapping object) {
    Request request = new Request(submission.operation(), release);
    Errors errors = new Errors();
    Node previous = submission.isUpdate() ? stored(submission, type) : Absent.INSTANCE;
    Mapping complete = completed(submission, type, object, previous, errors);
    List<Warning> beforehand = errors.warnings();
    if (errors.count() == 0) {
      validate(type, Value.root(complete, previous), request, errors);
    }
    return errors.count() > 0
        ? Verdict.invalid(causes(request, errors)).withWarnings(beforehand)
        : Verdict.accepted(
            request.isUpdate() ? 200 : 201, errors.warnings(), new Resource(complete));
  }

  /** Before 1.36 the server listed what it had found twice twice. */
  private static List<FieldError> causes(Request request, Errors errors) {
    return request.isSince(36) ? errors.distinctCauses() : errors.causes();
  }

  /** The object that is there already, as the server holds it. */
  private Mapping stored(Submission submission, ResourceType type) {
    Node tree = StrictDecoder.decode(type.struct(), submission.previous(), List.of(), release)
        .tree();
    Mapping previous = tree instanceof Mapping mapping ? mapping : Mapping.EMPTY;
    return completed(Submission.create(previous), type, previous, Absent.INSTANCE, new Errors());
  }

  private Mapping completed(
      Submission submission, ResourceType type, Mapping object, Node previous, Errors errors) {
    Request request = new Request(submission.operation(), release);
    Mapping filled = defaults.apply(type.struct(), object, request);
    Mapping prepared = request.isUpdate()
        ? Preparation.forUpdate(submission, type, filled, previous, errors)
        : Preparation.forCreate(submission, type, filled, errors);
    KindPreparation own = preparations.get(type.gvk().groupKind());
    return own == null ? prepared : own.prepare(Value.root(prepared, previous), request, errors);
  }

  private void validate(ResourceType type, Value object, Request request, Errors errors) {
    ObjectMetaCheck.check(type, object, request, errors);
    types.check(type.struct(), object, request, errors);
    checks
        .getOrDefault(type.gvk().groupKind(), List.of())
        .forEach(check -> check.check(object, request, errors));
    if (errors.count() == 0) {
      ObjectMetaCheck.pathSegment(type, object, errors);
    }
  }
}
