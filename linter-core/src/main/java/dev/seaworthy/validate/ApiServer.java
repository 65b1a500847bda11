package dev.seaworthy.validate;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.admission.Admission;
import dev.seaworthy.validate.admission.AdmissionSettings;
import dev.seaworthy.validate.admission.ClusterFacts;
import dev.seaworthy.validate.defaulting.Defaults;
import java.util.List;
import java.util.Optional;

/**
 * Answers to a request as the API server of a release answers, without a cluster. Safe for use by
 * several threads; what is worked out for a type is kept, so one server for each release is enough.
 */
public final class ApiServer {

  private final ApiCatalog catalog;
  private final Recogniser recogniser;
  private final List<StageJudge> stages;
  private final StoredForm storedForm;
  private final ClusterFacts facts;
  private final AdmissionSettings settings;

  private ApiServer(ApiCatalog catalog) {
    Release release = catalog.release();
    this.catalog = catalog;
    this.recogniser = new Recogniser(catalog);
    this.facts = ClusterFacts.unknown();
    this.settings = AdmissionSettings.USUAL;
    Admission admission = new Admission();
    Preparation preparation = new Preparation();
    StageJudge defaulting = new DefaultStage(new Defaults(release));
    StageJudge mutating = new MutatingAdmissionStage(admission);
    this.storedForm = new StoredForm(release, List.of(defaulting, mutating), preparation);
    this.stages = List.of(
        new RecogniseStage(recogniser),
        new DecodeStage(release, storedForm),
        defaulting,
        mutating,
        new ValidateStage(release, preparation),
        new ValidatingAdmissionStage(admission));
  }

  private ApiServer(ApiServer other, ClusterFacts facts, AdmissionSettings settings) {
    this.catalog = other.catalog;
    this.recogniser = other.recogniser;
    this.stages = other.stages;
    this.storedForm = other.storedForm;
    this.facts = facts;
    this.settings = settings;
  }

  /** A server that knows the kinds of {@code catalog}, and nothing about what its cluster holds. */
  public static ApiServer of(ApiCatalog catalog) {
    return new ApiServer(catalog);
  }

  /** This server in a cluster of which {@code known} is known. */
  public ApiServer knowing(ClusterFacts known) {
    return new ApiServer(this, known, settings);
  }

  /** This server with its admission plug-ins set up otherwise. */
  public ApiServer with(AdmissionSettings other) {
    return new ApiServer(this, facts, other);
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
    Judgement judgement = new Judgement(submission, catalog.release(), facts, settings);
    for (StageJudge stage : stages) {
      stage.judge(judgement);
      if (judgement.isOver()) {
        break;
      }
    }
    Verdict verdict = judgement.verdict().withWarnings(submission.droppedKeys());
    Optional<GroupVersionKind> asked = submission
        .endpoint()
        .map(Endpoint::gvk)
        .or(() -> judgement.recognised().map(ResourceType::gvk));
    return asked.map(gvk -> verdict.withWarnings(recogniser.deprecation(gvk))).orElse(verdict);
  }
}
