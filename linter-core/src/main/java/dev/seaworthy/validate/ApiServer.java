package dev.seaworthy.validate;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.catalog.UndefinedKind;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.admission.Admission;
import dev.seaworthy.validate.admission.AdmissionSettings;
import dev.seaworthy.validate.admission.ClusterFacts;
import dev.seaworthy.validate.defaulting.Defaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers to a request as the API server of a release answers, without a cluster. Safe for use by
 * several threads; what is worked out for a type is kept, so one server for each release is enough.
 */
public final class ApiServer {

  private static final int CREATED = 201;

  private final ApiCatalog catalog;
  private final Recogniser recogniser;
  private final List<StageJudge> stages;
  private final List<StageJudge> stagesOfStatus;
  private final List<StageJudge> stagesOfSiblings;
  private final List<StageJudge> stagesOfAdmission;
  private final List<StageJudge> stagesOfParts;
  private final ClusterFacts facts;
  private final AdmissionSettings settings;

  /** Of the pods that were made; null for a server that is asked about single objects. */
  private final @Nullable TemplatedPods pods;

  private ApiServer(ApiCatalog catalog) {
    Release release = catalog.release();
    this.catalog = catalog;
    this.recogniser = new Recogniser(catalog);
    this.facts = ClusterFacts.unknown();
    this.settings = AdmissionSettings.USUAL;
    Admission admission = new Admission();
    Preparation preparation = new Preparation();
    StageJudge customDefaulting = new CustomDefaultStage();
    StageJudge defaulting =
        new EitherStage(new DefaultStage(new Defaults(release)), customDefaulting);
    StageJudge mutating = new MutatingAdmissionStage(admission);
    StoredForm storedForm = new StoredForm(catalog, List.of(defaulting, mutating), preparation);
    TypeJudge types = new TypeJudge(release);
    StageJudge recognition = new RecogniseStage(recogniser);
    StageJudge decoding = new EitherStage(
        new DecodeStage(release, storedForm),
        new CustomDecodeStage(release, customDefaulting, preparation));
    this.stages = List.of(
        recognition,
        decoding,
        defaulting,
        mutating,
        new EitherStage(
            new ValidateStage(types, preparation), new CustomValidateStage(preparation)),
        new ValidatingAdmissionStage(admission),
        new CustomStorageStage());
    this.stagesOfStatus = List.of(recognition, decoding, defaulting, new StatusStage(types));
    this.stagesOfSiblings = List.of(new SiblingStage(), new ValidatingAdmissionStage(admission));
    this.stagesOfAdmission = List.of(mutating, new ValidatingAdmissionStage(admission));
    this.stagesOfParts = List.of(new PartStage(admission));
    this.pods = null;
  }

  private ApiServer(ApiServer other, ApiCatalog kinds) {
    this.catalog = kinds;
    this.recogniser = other.recogniser.with(kinds);
    StageJudge recognition = new RecogniseStage(recogniser);
    this.stages = startingWith(recognition, other.stages);
    this.stagesOfStatus = startingWith(recognition, other.stagesOfStatus);
    this.stagesOfSiblings = other.stagesOfSiblings;
    this.stagesOfAdmission = other.stagesOfAdmission;
    this.stagesOfParts = other.stagesOfParts;
    this.pods = other.pods;
    this.facts = other.facts;
    this.settings = other.settings;
  }

  private static List<StageJudge> startingWith(StageJudge first, List<StageJudge> stages) {
    List<StageJudge> changed = new ArrayList<>(stages);
    changed.set(0, first);
    return List.copyOf(changed);
  }

  private ApiServer(
      ApiServer other,
      ClusterFacts facts,
      AdmissionSettings settings,
      @Nullable TemplatedPods pods) {
    this.catalog = other.catalog;
    this.recogniser = other.recogniser;
    this.stages = other.stages;
    this.stagesOfStatus = other.stagesOfStatus;
    this.stagesOfSiblings = other.stagesOfSiblings;
    this.stagesOfAdmission = other.stagesOfAdmission;
    this.stagesOfParts = other.stagesOfParts;
    this.pods = pods;
    this.facts = facts;
    this.settings = settings;
  }

  /** A server that knows the kinds of {@code catalog}, and nothing about what its cluster holds. */
  public static ApiServer of(ApiCatalog catalog) {
    return new ApiServer(catalog);
  }

  /** This server, of the same release, with the kinds of {@code kinds}. */
  public ApiServer serving(ApiCatalog kinds) {
    return new ApiServer(this, kinds);
  }

  /** What is to be said of a kind that this server does not serve. */
  public UndefinedKind undefined(GroupVersionKind gvk) {
    return recogniser.undefined(gvk);
  }

  /** This server in a cluster of which {@code known} is known. */
  public ApiServer knowing(ClusterFacts known) {
    return new ApiServer(this, known, settings, pods);
  }

  /**
   * This server at the head of a running cluster, which knows everything about itself and makes many
   * pods of one template. Not safe for use by several threads.
   */
  public ApiServer running(ClusterFacts cluster) {
    return new ApiServer(this, cluster, settings, new TemplatedPods());
  }

  /** How it is configured. */
  public AdmissionSettings settings() {
    return settings;
  }

  /** This server with its admission plug-ins set up otherwise. */
  public ApiServer with(AdmissionSettings other) {
    return new ApiServer(this, facts, other, pods);
  }

  /** The kinds that it knows. */
  public ApiCatalog catalog() {
    return catalog;
  }

  /** What the server says to a document's object that is to be made, sent by {@code kubectl}. */
  public Verdict create(Document document) {
    return judge(Submission.create(document));
  }

  /** What the server says to an object that is to be made. */
  public Verdict create(Node object) {
    return judge(Submission.create(object));
  }

  /**
   * What the server says to a document's object that is to take the place of {@code previous}, sent
   * by {@code kubectl}.
   */
  public Verdict update(Document document, Node previous) {
    return judge(Submission.update(document, previous));
  }

  /** What the server says to an object that is to take the place of {@code previous}. */
  public Verdict update(Node object, Node previous) {
    return judge(Submission.update(object, previous));
  }

  /** What the server says; the first stage that objects gives the answer. */
  public Verdict judge(Submission submission) {
    Judgement judgement = new Judgement(submission, catalog, facts, settings);
    if (pods != null && TemplatedPods.isPod(submission)) {
      judgePod(judgement, pods, (Mapping) submission.object());
    } else {
      pass(judgement, stagesOf(submission));
    }
    Verdict verdict = judgement.verdict().withWarnings(submission.droppedKeys());
    Optional<GroupVersionKind> asked = submission
        .endpoint()
        .map(Endpoint::gvk)
        .or(() -> judgement.recognised().map(ResourceType::gvk));
    return asked.map(gvk -> verdict.withWarnings(recogniser.deprecation(gvk))).orElse(verdict);
  }

  private List<StageJudge> stagesOf(Submission submission) {
    if (submission.isOfPart()) {
      return stagesOfParts;
    }
    return submission.write() == Submission.Write.STATUS ? stagesOfStatus : stages;
  }

  /**
   * What this server says to a new object that one of the same kinds and release, which knew nothing
   * of the cluster, has {@code judged} already: decoding, defaults and values don't depend on the
   * cluster, so only admission is asked again. What admission changes is judged anew in full, and so
   * is a pod, which it completes by how this server is set up. The warnings of {@code judged} are not
   * repeated.
   */
  public Verdict admit(Submission submission, Verdict judged) {
    Optional<Resource> result = judged.result().filter(any -> judged.code() == CREATED);
    Optional<ResourceType> type = result.flatMap(object -> catalog.find(object.gvk()));
    if (result.isEmpty() || type.isEmpty() || TemplatedPods.isPod(submission)) {
      return judge(submission);
    }
    Judgement judgement = new Judgement(submission, catalog, facts, settings);
    judgement.recognised(type.get());
    judgement.become(result.get().root());
    pass(judgement, stagesOfAdmission);
    return judgement.object().sameAs(result.get().root()) ? judgement.verdict() : judge(submission);
  }

  private void judgePod(Judgement judgement, TemplatedPods pods, Mapping sent) {
    boolean isOnlyItself = Admission.dependsOnTheObject(facts);
    if (!isOnlyItself && pods.complete(judgement, sent, facts)) {
      pass(judgement, stagesOfSiblings);
      return;
    }
    pass(judgement, stages);
    if (!isOnlyItself && !judgement.isRefused()) {
      pods.remember(sent, judgement);
    }
  }

  private static void pass(Judgement judgement, List<StageJudge> stages) {
    for (StageJudge stage : stages) {
      stage.judge(judgement);
      if (judgement.isOver()) {
        return;
      }
    }
  }
}
