package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.Request;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The labels that a pod's terms ask for by key alone: their values become conditions of the
 * selector when the pod is made.
 */
final class MatchedLabels {

  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

  private MatchedLabels() {}

  static Mapping into(Mapping spec, Node labels, Request request) {
    Mapping merged = spec;
    if (request.isSince(31)) {
      for (String kind : List.of("podAffinity", "podAntiAffinity")) {
        merged =
            inside(merged, "affinity", affinity -> inside(affinity, kind, a -> terms(a, labels)));
      }
    }
    return request.isSince(34)
        ? items(merged, "topologySpreadConstraints", constraint -> merged(constraint, labels))
        : merged;
  }

  private static Mapping terms(Mapping affinity, Node labels) {
    Mapping merged = items(affinity, REQUIRED, term -> merged(term, labels));
    return items(
        merged, PREFERRED, w -> inside(w, "podAffinityTerm", term -> merged(term, labels)));
  }

  private static Mapping inside(Mapping holder, String field, UnaryOperator<Mapping> change) {
    return holder.get(field) instanceof Mapping value
        ? holder.with(field, change.apply(value))
        : holder;
  }

  private static Mapping items(Mapping holder, String field, UnaryOperator<Mapping> change) {
    if (!(holder.get(field) instanceof Sequence list)) {
      return holder;
    }
    return holder.with(field, Items.changed(list, change));
  }

  private static Mapping merged(Mapping term, Node labels) {
    if (!(term.get("labelSelector") instanceof Mapping selector)) {
      return term;
    }
    Mapping merged = selector;
    for (Node key : term.get("matchLabelKeys").items()) {
      merged = plus(merged, key.text(), "In", labels);
    }
    for (Node key : term.get("mismatchLabelKeys").items()) {
      merged = plus(merged, key.text(), "NotIn", labels);
    }
    return term.with("labelSelector", merged);
  }

  private static Mapping plus(Mapping selector, String key, String operator, Node labels) {
    Node value = labels.get(key);
    if (!value.isString()) {
      return selector;
    }
    Mapping expression = Mapping.of(
        "key", Scalar.of(key),
        "operator", Scalar.of(operator),
        "values", Sequence.of(List.of(value)));
    Node given = selector.get("matchExpressions");
    // A pod that is stored has them already.
    if (given.items().stream().anyMatch(expression::sameAs)) {
      return selector;
    }
    Sequence expressions = given instanceof Sequence list ? list : Sequence.EMPTY;
    return selector.with("matchExpressions", expressions.plus(expression));
  }
}
