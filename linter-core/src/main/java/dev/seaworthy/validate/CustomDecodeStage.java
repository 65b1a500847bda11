package dev.seaworthy.validate;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.crd.CustomStruct;
import dev.seaworthy.manifest.Document.DuplicateKey;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.custom.ObjectMetaReading;
import dev.seaworthy.validate.custom.Pruning;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.Errors;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an object of a custom kind: its metadata as strictly as that of any object, of the rest only
 * whether the fields exist. Types are judged with the values.
 */
final class CustomDecodeStage implements StageJudge {

  private final Release release;
  private final StageJudge defaulting;
  private final Preparation preparation;

  CustomDecodeStage(Release release, StageJudge defaulting, Preparation preparation) {
    this.release = release;
    this.defaulting = defaulting;
    this.preparation = preparation;
  }

  @Override
  public Stage stage() {
    return Stage.DECODE;
  }

  @Override
  public void judge(Judgement judgement) {
    Submission submission = judgement.submission();
    ResourceType type = judgement.type();
    if (!(submission.object() instanceof Mapping sent)) {
      throw new IllegalStateException("only a mapping has a kind");
    }
    ObjectMetaReading reading = ObjectMetaReading.of(custom(type), sent, release);
    if (reading.isUnusable()) {
      judgement.end(stage(), Refusal.undecoded(400, "BadRequest", reading.errors()));
      return;
    }
    Pruning.Pruned pruned = Pruning.prune(reading.object(), custom(type).kind().schema());
    List<DecodeError> errors = new ArrayList<>(reading.errors());
    errors.addAll(pruned.unknown());
    submission.sentTwice().forEach(key -> errors.add(duplicate(key)));
    DecodeStage.placeMismatch(submission, type, sent)
        .filter(any -> errors.isEmpty())
        .ifPresent(errors::add);
    if (!errors.isEmpty()) {
      judgement.refuse(stage(), Refusal.undecoded(400, "BadRequest", errors));
    }
    if (submission.isUpdate()) {
      judgement.replaces(stored(judgement));
    }
    Mapping placed = DecodeStage.placed(submission, type, DecodeStage.named(type, pruned.object()));
    judgement.become(withStatus(judgement, placed));
  }

  private static CustomStruct custom(ResourceType type) {
    return (CustomStruct) type.struct();
  }

  private static DecodeError duplicate(DuplicateKey key) {
    return new DecodeError(
        "duplicate",
        key.path().toString(),
        key.path(),
        "is written more than once; the last one would count");
  }

  /** What the update replaces, completed as the server did when it was stored. */
  private Node stored(Judgement judgement) {
    Node given = judgement.submission().previous();
    if (judgement.request().keepsWhatIsStored() || !(given instanceof Mapping object)) {
      return given;
    }
    ResourceType type = judgement.type();
    Judgement creation = new Judgement(
        Submission.create(object), judgement.catalog(), judgement.facts(), judgement.settings());
    creation.recognised(type);
    Pruning.Pruned pruned = Pruning.prune(object, custom(type).kind().schema());
    creation.become(DecodeStage.placed(creation.submission(), type, pruned.object()));
    defaulting.judge(creation);
    Mapping prepared = preparation.prepare(creation, new Errors());
    return object.get("status").size() > 0 ? StatusOwnership.copied(prepared, object) : prepared;
  }

  private static Mapping withStatus(Judgement judgement, Mapping object) {
    boolean isServers = custom(judgement.type()).kind().hasStatus()
        && judgement.submission().write() != Submission.Write.STATUS;
    if (!isServers) {
      return object;
    }
    return judgement.request().isCreate()
        ? object.without("status")
        : StatusOwnership.copied(object, judgement.previous());
  }
}
