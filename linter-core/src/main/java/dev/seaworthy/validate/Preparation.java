package dev.seaworthy.validate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.defaulting.KindPreparation;
import dev.seaworthy.validate.defaulting.KindPreparations;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the server does to an object once it is admitted and before it judges it: system fields are
 * its own, names are made, the status is not the client's to write. Mirrors rest.BeforeCreate and
 * rest.BeforeUpdate with the kind's strategy.
 */
final class Preparation {

  /** Of a prefix so much is kept that a name of 63 characters results. */
  private static final int PREFIX_LIMIT = 58;

  private static final String RANDOM_LETTERS = "xxxxx";
  private static final FieldPath OWNERS = FieldPath.of("metadata", "ownerReferences");

  /** The only kind whose objects get a name where they have none. */
  private static final GroupKind LIMIT_RANGE = GroupKind.of("", "LimitRange");

  private final Map<GroupKind, KindPreparation> kinds = new HashMap<>();

  Preparation() {
    KindPreparations.all().forEach(one -> kinds.put(one.kind(), one));
  }

  /** The object to judge; what is reported here is the answer. */
  Mapping prepare(Judgement judgement, Errors errors) {
    ResourceType type = judgement.type();
    Request request = judgement.request();
    Node previous = judgement.previous();
    Mapping prepared = request.isUpdate()
        ? forUpdate(type, judgement.object(), previous, request.release(), errors)
        : forCreate(type, judgement.object(), request.release(), errors);
    KindPreparation own = kinds.get(type.gvk().groupKind());
    return own == null ? prepared : own.prepare(Value.root(prepared, previous), request, errors);
  }

  private static Mapping forCreate(
      ResourceType type, Mapping object, Release release, Errors errors) {
    Mapping meta = withName(type, metadata(object))
        .without("deletionTimestamp")
        .without("deletionGracePeriodSeconds");
    if (MetaRule.of(type, release).countsGenerations()) {
      meta = meta.with("generation", Scalar.of(1));
    }
    return object.with("metadata", withDistinctOwners(meta, errors));
  }

  private static Mapping forUpdate(
      ResourceType type, Mapping object, Node previous, Release release, Errors errors) {
    Mapping meta = metadata(object);
    Node old = previous.get("metadata");
    meta = meta.get("name").text().isEmpty() ? restored(meta, old, "name") : meta;
    meta = restored(meta, old, "creationTimestamp");
    meta = Generation.counted(
        MetaRule.of(type, release), type, restored(meta, old, "generation"), object, previous);
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
}
