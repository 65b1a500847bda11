package dev.seaworthy.validate.check.authorization;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.Set;

/** What the reviews of access have in common: a question of one thing, and nothing to store. */
final class AccessReview {

  /** What clients and servers add to metadata by themselves. */
  private static final Set<String> ADDED = Set.of("managedFields", "selfLink", "creationTimestamp");

  private final Value review;
  private final Request request;
  private final Errors errors;

  AccessReview(Value review, Request request, Errors errors) {
    this.review = review;
    this.request = request;
    this.errors = errors;
  }

  /** Asks after either resources or other paths. Until 1.35 the server named the fields. */
  void asksOneThing() {
    Value spec = review.at("spec");
    Value resource = spec.at("resourceAttributes");
    Value other = spec.at("nonResourceAttributes");
    boolean names = !request.isSince(36);
    if (resource.isPresent() && other.isPresent()) {
      errors.invalid(
          names ? other.path() : spec.path(),
          "one-of",
          "must have only one of resourceAttributes and nonResourceAttributes");
    } else if (resource.isAbsent() && other.isAbsent()) {
      errors.invalid(
          names ? resource.path() : spec.path(),
          "one-of",
          "must have one of resourceAttributes and nonResourceAttributes");
    }
  }

  void namesSomebody() {
    Value spec = review.at("spec");
    if (spec.at("user").text().isEmpty() && spec.at("groups").size() == 0) {
      errors.invalid(spec.at("user").path(), "user-or-groups", "must be given, or groups");
    }
  }

  /** Nothing is stored, so there is nothing to say of it but {@code allowed}. */
  void hasNoMetadata(String... allowed) {
    Set<String> passed = new HashSet<>(ADDED);
    passed.addAll(Set.of(allowed));
    Value metadata = review.at("metadata");
    for (Mapping.Entry entry : metadata.node().entries()) {
      if (!passed.contains(entry.key()) && !isEmpty(entry.value())) {
        errors.invalid(metadata.path(), "no-metadata", "must be empty, has " + entry.key());
        return;
      }
    }
  }

  private static boolean isEmpty(Node value) {
    boolean collection = value.isMapping() || value.isSequence();
    return collection
        ? value.size() == 0
        : value.isAbsent()
            || value.asLong().isPresent() && value.longOr(0) == 0
            || value.isString() && value.text().isEmpty();
  }
}
