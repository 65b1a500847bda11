package dev.seaworthy.validate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.Errors;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server does to every object before it judges it: system fields are its own, names are
 * made, the status is not the client's to write.
 */
final class Preparation {

  /** Of a prefix so much is kept that a name of 63 characters results. */
  private static final int PREFIX_LIMIT = 58;

  private static final String RANDOM_LETTERS = "xxxxx";
  private static final FieldPath OWNERS = FieldPath.of("metadata", "ownerReferences");
  private static final String DEFAULT_NAMESPACE = "default";

  /** The only kind whose objects get a name where they have none. */
  private static final GroupKind LIMIT_RANGE = GroupKind.of("", "LimitRange");

  private Preparation() {}

  static Mapping forCreate(
      Submission submission, ResourceType type, Mapping object, Errors errors) {
    Mapping meta = withName(type, metadata(object));
    meta = withNamespace(submission, type, meta)
        .without("deletionTimestamp")
        .without("deletionGracePeriodSeconds");
    if (MetaRule.of(type.gvk().groupKind()).countsGenerations()) {
      meta = meta.with("generation", Scalar.of(1));
    }
    return object.with("metadata", withDistinctOwners(meta, errors));
  }

  static Mapping forUpdate(
      Submission submission, ResourceType type, Mapping object, Node previous, Errors errors) {
    Mapping meta = withNamespace(submission, type, metadata(object));
    Node old = previous.get("metadata");
    meta = meta.get("name").text().isEmpty() ? restored(meta, old, "name") : meta;
    meta = restored(meta, old, "creationTimestamp");
    meta = restored(meta, old, "generation");
    meta = meta.get("uid").text().isEmpty() ? restored(meta, old, "uid") : meta;
    if (old.get("deletionTimestamp").isPresent()) {
      meta = restored(meta, old, "deletionTimestamp");
    }
    if (meta.get("deletionGracePeriodSeconds").isAbsent()) {
      meta = restored(meta, old, "deletionGracePeriodSeconds");
    }
    return object.with("metadata", withDistinctOwners(meta, errors));
  }

  private static Mapping withName(ResourceType type, Mapping meta) {
    if (!meta.get("name").text().isEmpty()) {
      return meta;
    }
    String prefix = meta.get("generateName").text();
    if (!prefix.isEmpty()) {
      String start = prefix.substring(0, Math.min(prefix.length(), PREFIX_LIMIT));
      return meta.with("name", Scalar.of(start + RANDOM_LETTERS));
    }
    return type.gvk().groupKind().equals(LIMIT_RANGE)
        ? meta.with("name", Scalar.of(RANDOM_LETTERS))
        : meta;
  }

  /** The same owner twice counts once, with a warning. */
  private static Mapping withDistinctOwners(Mapping meta, Errors errors) {
    List<Node> distinct = new ArrayList<>();
    List<Node> owners = meta.get("ownerReferences").items();
    for (Node owner : owners) {
      if (distinct.stream().noneMatch(owner::sameAs)) {
        distinct.add(owner);
      }
    }
    if (distinct.size() == owners.size()) {
      return meta;
    }
    errors.warn(OWNERS, "duplicate-owner", "names the same owner more than once");
    return meta.with("ownerReferences", Sequence.of(distinct));
  }

  private static Mapping metadata(Mapping object) {
    return object.get("metadata") instanceof Mapping meta ? meta : Mapping.EMPTY;
  }

  private static Mapping restored(Mapping meta, Node old, String field) {
    Node before = old.get(field);
    return before.isAbsent() ? meta.without(field) : meta.with(field, before);
  }

  /** A cluster-wide object loses its namespace, one without gets that of the request. */
  private static Mapping withNamespace(Submission submission, ResourceType type, Mapping meta) {
    if (!type.namespaced()) {
      return meta.without("namespace");
    }
    if (!meta.get("namespace").text().isEmpty()) {
      return meta;
    }
    String expected = submission.expectedNamespace();
    return meta.with("namespace", Scalar.of(expected.isEmpty() ? DEFAULT_NAMESPACE : expected));
  }
}
