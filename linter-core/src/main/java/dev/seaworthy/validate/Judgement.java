package dev.seaworthy.validate;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.admission.AdmissionRequest;
import dev.seaworthy.validate.admission.AdmissionSettings;
import dev.seaworthy.validate.admission.ClusterFacts;
import dev.seaworthy.validate.admission.Reinvocation;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.Doubt;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request on its way through the stages: the object as far as it has come, and the answer. */
final class Judgement {

  private final Submission submission;
  private final ApiCatalog catalog;
  private final Request request;
  private final ClusterFacts facts;
  private final RecordedFacts asked;
  private final AdmissionSettings settings;
  private final List<Warning> warnings = new ArrayList<>(0);
  private final List<Verdict.Later> later = new ArrayList<>(0);
  private @Nullable ResourceType type;
  private Mapping object = Mapping.EMPTY;
  private Node previous = Absent.INSTANCE;
  private @Nullable Stage objecting;
  private @Nullable Refusal refusal;
  private Doubt doubt = Doubt.NONE;
  private boolean over;

  Judgement(
      Submission submission, ApiCatalog catalog, ClusterFacts facts, AdmissionSettings settings) {
    this.submission = submission;
    this.catalog = catalog;
    this.request = new Request(
            submission.operation(),
            catalog.release(),
            submission.baseline(),
            submission.subresource())
        .in(settings.families());
    this.facts = facts;
    this.asked = new RecordedFacts(facts);
    this.settings = settings;
  }

  Submission submission() {
    return submission;
  }

  Request request() {
    return request;
  }

  ApiCatalog catalog() {
    return catalog;
  }

  /** The kind; there is one from the stage on that recognises it. */
  ResourceType type() {
    return Objects.requireNonNull(type, "the kind is recognised first");
  }

  /** The kind, if the object has one. */
  Optional<ResourceType> recognised() {
    return Optional.ofNullable(type);
  }

  void recognised(ResourceType found) {
    type = found;
  }

  /** The object as the stages so far have made it. */
  Mapping object() {
    return object;
  }

  void become(Mapping changed) {
    object = changed;
  }

  /** The object that is stored, complete; absent on create. */
  Node previous() {
    return previous;
  }

  void replaces(Node stored) {
    previous = stored;
  }

  /** Answers with {@code why}, or adds it to what later stages would say. */
  void refuse(Stage stage, Refusal why) {
    if (refusal == null) {
      objecting = stage;
      refusal = why;
    } else {
      for (FieldError cause : why.all()) {
        later.add(Verdict.Later.of(stage, cause));
      }
    }
  }

  /** Adds what the server would say to the same object outside a dry run. */
  void later(Stage stage, FieldError cause) {
    later.add(Verdict.Later.of(stage, cause));
  }

  /** Answers that it cannot be read as {@code why} says; {@code more} would be told next. */
  void refuse(Stage stage, Refusal why, List<DecodeError> more) {
    refuse(stage, why);
    more.forEach(error -> later.add(Verdict.Later.of(stage, error)));
  }

  /** Refuses, and there is nothing that the stages after this could look at. */
  void end(Stage stage, Refusal why) {
    refuse(stage, why);
    over = true;
  }

  /** What could not be read, and nobody knows. */
  Doubt doubt() {
    return doubt;
  }

  void doubts(Doubt about) {
    doubt = about;
  }

  boolean isOver() {
    return over;
  }

  /** Warnings are sent with the answer as it is when they arise; a refused object gets no more. */
  void warn(List<Warning> more) {
    if (refusal == null) {
      warnings.addAll(more);
    }
  }

  ClusterFacts facts() {
    return facts;
  }

  AdmissionSettings settings() {
    return settings;
  }

  /** What mutating admission asked about the cluster. */
  RecordedFacts asked() {
    return asked;
  }

  List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  boolean isRefused() {
    return refusal != null;
  }

  /** The request as plug-ins see it that may change it; what they ask is kept in mind. */
  AdmissionRequest asMutableAdmissionRequest() {
    return new AdmissionRequest(
        request, type(), object, previous, asked, settings, catalog, new Reinvocation());
  }

  AdmissionRequest asAdmissionRequest() {
    return new AdmissionRequest(
        request, type(), object, previous, facts, settings, catalog, new Reinvocation());
  }

  Verdict verdict() {
    if (refusal == null || objecting == null) {
      int code = request.isCreate() ? 201 : 200;
      return Verdict.accepted(code, warnings, new Resource(object)).withLater(later);
    }
    return Verdict.refused(objecting, refusal, warnings, later);
  }
}
