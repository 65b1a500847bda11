package dev.seaworthy.validate;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Document.DuplicateKey;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Request.Baseline;
import dev.seaworthy.validate.field.Request.Operation;
import dev.seaworthy.validate.field.Warning;
import java.util.List;
import java.util.Optional;

/**
 * What a client sends: an object to be made, to take the place of a stored one, or to go.
 *
 * <p>A document is sent as {@code kubectl} sends it: of a key that is written twice it sends the last
 * value and drops the others without a word, so the server takes it and a warning tells. A client
 * that sends the text {@link #asWritten} is refused.
 *
 * @param duplicates keys that its text has more than once
 * @param client who sends it, which decides what becomes of those
 * @param previous the object that is stored, absent on create; what a server would have filled in
 *     is filled in if it is missing
 * @param write how much of the object is written, and how far {@code previous} can be relied upon
 * @param endpoint where it is sent; without one it goes where its own kind and namespace say, as
 *     {@code kubectl apply} does
 */
public record Submission(
    Operation operation,
    Node object,
    List<DuplicateKey> duplicates,
    Client client,
    Node previous,
    Write write,
    Optional<Endpoint> endpoint) {

  /** What a write is about. */
  public enum Write {
    /** The object; what it replaces is known from a manifest, or from somebody's word. */
    MANIFEST,
    /** The object; what it replaces is what this server answered with before. */
    OBJECT,
    /** The status of an object that this server answered with before. */
    STATUS,
    /** What the containers of a pod that this server answered with before ask for. */
    RESIZE,
    /** The ephemeral containers of a pod, as {@code kubectl debug} adds them. */
    EPHEMERAL_CONTAINERS,
    /** How many replicas there shall be, as {@code kubectl scale} tells. */
    SCALE
  }

  /** Who sends an object. */
  public enum Client {
    /** Reads the text and sends what it has understood. */
    KUBECTL,
    /** Sends the text. */
    VERBATIM
  }

  public Submission {
    duplicates = List.copyOf(duplicates);
  }

  /** An object to be made. */
  public static Submission create(Node object) {
    return new Submission(
        Operation.CREATE,
        object,
        List.of(),
        Client.KUBECTL,
        Absent.INSTANCE,
        Write.MANIFEST,
        Optional.empty());
  }

  /** The object of a document to be made. */
  public static Submission create(Document document) {
    return create(document.root()).withDuplicates(document.duplicates());
  }

  /** An object sent in place of {@code previous}. */
  public static Submission update(Node object, Node previous) {
    return new Submission(
        Operation.UPDATE,
        object,
        List.of(),
        Client.KUBECTL,
        previous,
        Write.MANIFEST,
        Optional.empty());
  }

  /** A write to an object that the server itself stored as {@code stored}. */
  public static Submission change(Write write, Node object, Mapping stored) {
    return new Submission(
        Operation.UPDATE, object, List.of(), Client.KUBECTL, stored, write, Optional.empty());
  }

  /** A pod sent for its ephemeral containers alone; the rest stays as in {@code previous}. */
  public static Submission ephemeralContainers(Node pod, Node previous) {
    return new Submission(
        Operation.UPDATE,
        pod,
        List.of(),
        Client.KUBECTL,
        previous,
        Write.EPHEMERAL_CONTAINERS,
        Optional.empty());
  }

  /** An object that is to go away. */
  public static Submission delete(Node stored) {
    return new Submission(
        Operation.DELETE,
        stored,
        List.of(),
        Client.KUBECTL,
        stored,
        Write.OBJECT,
        Optional.empty());
  }

  /** A Scale of {@code autoscaling/v1}, sent for the replicas of {@code stored}. */
  public static Submission scale(Node scale, Node stored) {
    return new Submission(
        Operation.UPDATE, scale, List.of(), Client.KUBECTL, stored, Write.SCALE, Optional.empty());
  }

  /** The object of a document sent in place of {@code previous}. */
  public static Submission update(Document document, Node previous) {
    return update(document.root(), previous).withDuplicates(document.duplicates());
  }

  private Submission withDuplicates(List<DuplicateKey> keys) {
    return new Submission(operation, object, keys, client, previous, write, endpoint);
  }

  /** Sent by a client that does not read the text itself: keys written twice count against it. */
  public Submission asWritten() {
    return new Submission(
        operation, object, duplicates, Client.VERBATIM, previous, write, endpoint);
  }

  public Submission to(Endpoint target) {
    return new Submission(
        operation, object, duplicates, client, previous, write, Optional.of(target));
  }

  /** The keys that the server sees twice. */
  List<DuplicateKey> sentTwice() {
    return client == Client.VERBATIM ? duplicates : List.of();
  }

  /** A warning for each key of which the client drops a value. */
  List<Warning> droppedKeys() {
    return client == Client.VERBATIM || duplicates.isEmpty()
        ? List.of()
        : duplicates.stream()
            .filter(key -> !key.overMerged())
            .map(Submission::dropped)
            .toList();
  }

  private static Warning dropped(DuplicateKey key) {
    return new Warning(
        key.path(),
        "duplicate-key",
        "'" + key.path().lastStep() + "' is written twice, first in line "
            + key.first().line()
            + "; kubectl sends only the last value, other clients are refused");
  }

  /** The namespace of the URL; empty where the object itself decides it. */
  String expectedNamespace() {
    return endpoint
        .map(Endpoint::namespace)
        .orElseGet(() -> previous.at("metadata", "namespace").text());
  }

  Baseline baseline() {
    return switch (write) {
      case OBJECT, STATUS, RESIZE -> Baseline.STORED;
      case MANIFEST, EPHEMERAL_CONTAINERS, SCALE -> Baseline.GIVEN;
    };
  }

  /** The part that is written, as URLs name it. */
  String subresource() {
    return switch (write) {
      case STATUS -> "status";
      case RESIZE -> Request.RESIZE;
      case EPHEMERAL_CONTAINERS -> Request.EPHEMERAL_CONTAINERS;
      case SCALE -> Request.SCALE;
      case MANIFEST, OBJECT -> "";
    };
  }

  /** Whether it is no whole object that could be judged. */
  boolean isOfPart() {
    return operation == Operation.DELETE || write == Write.SCALE;
  }

  boolean isUpdate() {
    return operation == Operation.UPDATE;
  }
}
