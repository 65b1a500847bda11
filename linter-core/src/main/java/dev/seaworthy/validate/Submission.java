package dev.seaworthy.validate;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Document.DuplicateKey;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Request.Operation;
import java.util.List;
import java.util.Optional;

/**
 * What a client sends: an object to be made, or to take the place of a stored one.
 *
 * @param duplicates keys that its text has more than once
 * @param previous the object that is stored, absent on create; what a server would have filled in
 *     is filled in if it is missing
 * @param endpoint where it is sent; without one it goes where its own kind and namespace say, as
 *     {@code kubectl apply} does
 */
public record Submission(
    Operation operation,
    Node object,
    List<DuplicateKey> duplicates,
    Node previous,
    Optional<Endpoint> endpoint) {

  public Submission {
    duplicates = List.copyOf(duplicates);
  }

  /** An object to be made. */
  public static Submission create(Node object) {
    return new Submission(Operation.CREATE, object, List.of(), Absent.INSTANCE, Optional.empty());
  }

  /** The object of a document to be made; keys that are written twice count against it. */
  public static Submission create(Document document) {
    return create(document.root()).withDuplicates(document.duplicates());
  }

  /** An object sent in place of {@code previous}. */
  public static Submission update(Node object, Node previous) {
    return new Submission(Operation.UPDATE, object, List.of(), previous, Optional.empty());
  }

  /** The object of a document sent in place of {@code previous}. */
  public static Submission update(Document document, Node previous) {
    return update(document.root(), previous).withDuplicates(document.duplicates());
  }

  public Submission withDuplicates(List<DuplicateKey> keys) {
    return new Submission(operation, object, keys, previous, endpoint);
  }

  public Submission to(Endpoint target) {
    return new Submission(operation, object, duplicates, previous, Optional.of(target));
  }

  /** The namespace of the URL; empty where the object itself decides it. */
  String expectedNamespace() {
    return endpoint
        .map(Endpoint::namespace)
        .orElseGet(() -> previous.at("metadata", "namespace").text());
  }

  boolean isUpdate() {
    return operation == Operation.UPDATE;
  }
}
