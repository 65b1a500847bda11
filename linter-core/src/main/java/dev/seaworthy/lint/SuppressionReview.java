package dev.seaworthy.lint;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at the suppressions of a file: which of them are wrong, so that they don't count, and which
 * keep quiet what is not there. Not for use by several threads at a time.
 */
final class SuppressionReview {

  /** The code of a suppression that is wrong. */
  static final String INVALID = "suppression-invalid";

  /** The code of a suppression that nothing needs. */
  static final String UNUSED = "suppression-unused";

  private final RuleCatalog catalog;
  private final LintSettings settings;
  private final List<Diagnostic> problems = new ArrayList<>(0);
  private final Set<Use> unused = new LinkedHashSet<>(0);
  private boolean annotated;

  /** A rule that is named by a suppression. */
  private record Use(String rule, Location place) {}

  SuppressionReview(RuleCatalog catalog, LintSettings settings) {
    this.catalog = catalog;
    this.settings = settings;
  }

  List<Diagnostic> problems() {
    return problems;
  }

  /** Whether annotations of objects suppress anything. */
  boolean isAnnotated() {
    return annotated;
  }

  void used(String rule, Location place) {
    unused.remove(new Use(rule, place));
  }

  /** In the order in which they stand in the file. */
  List<Diagnostic> unused() {
    return unused.stream()
        .map(use -> Diagnostic.of(
                UNUSED,
                Severity.INFO,
                use.rule() + " finds nothing here that would have to be kept quiet",
                use.place())
            .withRemedy("take the suppression out"))
        .toList();
  }

  void read(SuppressionComments comments) {
    for (SuppressionComment comment : comments.all()) {
      if (comment.isKnown()) {
        comment.rules().forEach(rule -> read(rule, comment.reason(), comment.place()));
      } else {
        report(
            comment.place(),
            SuppressionComment.MARK + comment.word() + " means nothing, so nothing is kept quiet");
      }
    }
  }

  void read(InputObject object) {
    read(object, FieldPath.of("metadata", "annotations"), true);
    object
        .template()
        .filter(template -> !template.path().isRoot())
        .map(template -> template.path().child("metadata").child("annotations"))
        .ifPresent(path -> read(object, path, false));
  }

  private void read(InputObject object, FieldPath path, boolean rightLevel) {
    if (!(object.at(path) instanceof Mapping annotations)) {
      return;
    }
    for (Mapping.Entry annotation : annotations.entries()) {
      String key = annotation.key();
      if (key.startsWith(Suppressions.ANNOTATION) && annotation.value().isString()) {
        String rule = key.substring(Suppressions.ANNOTATION.length());
        Location place = object.locationOf(path.key(key));
        if (rightLevel) {
          annotated = true;
          read(rule, annotation.value().text(), place);
        } else {
          report(place, "a suppression counts only in the object's own metadata.annotations");
        }
      }
    }
  }

  private void read(String name, String reason, Location place) {
    Optional<Rule> rule = catalog.find(name);
    if (rule.isEmpty()) {
      String near = NearestName.to(name, catalog.all().stream().map(Rule::id).toList())
          .map(known -> "; the nearest is " + known)
          .orElse("");
      report(
          place,
          name.isEmpty() ? "the suppression names no rule" : "there is no rule " + name + near);
    } else if (reason.isBlank()) {
      report(place, "the suppression of " + name + " gives no reason, so it does not count");
    } else if (settings.isSureToTell(rule.get())) {
      unused.add(new Use(name, place));
    }
  }

  private void report(Location place, String message) {
    problems.add(Diagnostic.of(INVALID, Severity.WARNING, message, place)
        .withRemedy("write # seaworthy:ignore RULE -- REASON, or the annotation "
            + Suppressions.ANNOTATION + "RULE: REASON"));
  }
}
