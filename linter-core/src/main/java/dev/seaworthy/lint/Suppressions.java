package dev.seaworthy.lint;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.diagnostic.SuppressedFinding;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file asks not to be told, and why. A comment {@code # seaworthy:ignore RULE -- REASON}
 * counts for its own line or, alone on its line, for the next one; at the first line of a container
 * it counts for all of the container. An annotation {@code seaworthy.dev/ignore.RULE: REASON} counts
 * for the object. Without a reason, or with a name that is no rule's, neither counts and both are
 * reported.
 */
final class Suppressions {

  /** The code of a suppression that is wrong. */
  static final String INVALID = "suppression-invalid";

  private static final String ANNOTATION = "seaworthy.dev/ignore.";

  /** A container in a pod spec, at the beginning of a path. */
  private static final Pattern CONTAINER =
      Pattern.compile("(initContainers|containers|ephemeralContainers)\\[(\\d{1,9})]");

  private final RuleCatalog catalog;
  private final SuppressionComments comments;
  private final List<Diagnostic> problems = new ArrayList<>();

  private Suppressions(RuleCatalog catalog, SuppressionComments comments) {
    this.catalog = catalog;
    this.comments = comments;
  }

  static Suppressions of(LintInput.File file, List<InputObject> objects, RuleCatalog catalog) {
    Suppressions suppressions =
        new Suppressions(catalog, SuppressionComments.in(file.source().get()));
    suppressions.checkComments();
    objects.forEach(suppressions::checkAnnotations);
    return suppressions;
  }

  /** What is wrong with the suppressions themselves. */
  List<Diagnostic> problems() {
    return problems;
  }

  /** Adds to {@code findings} what is found in {@code object}: told, or suppressed. */
  void sort(List<Diagnostic> found, InputObject object, FileFindings findings) {
    for (Diagnostic diagnostic : found) {
      Optional<String> reason = reason(diagnostic, object);
      if (reason.isPresent()) {
        findings.suppressed().add(new SuppressedFinding(diagnostic, reason.get()));
      } else {
        findings.told().add(diagnostic);
      }
    }
  }

  private Optional<String> reason(Diagnostic diagnostic, InputObject object) {
    String reason = object
        .resource()
        .at("metadata", "annotations", ANNOTATION + diagnostic.code())
        .text();
    return reason.isBlank() ? reasonInComment(diagnostic, object) : Optional.of(reason);
  }

  private Optional<String> reasonInComment(Diagnostic diagnostic, InputObject object) {
    return comments.areIn(diagnostic.place().file())
        ? comments
            .reason(diagnostic.code(), diagnostic.place().line())
            .or(() -> reasonAtContainer(diagnostic, object))
        : Optional.empty();
  }

  private Optional<String> reasonAtContainer(Diagnostic diagnostic, InputObject object) {
    FieldPath list = object.template().map(PodTemplate::specPath).orElse(FieldPath.ROOT);
    String field = diagnostic.field().orElse("");
    Matcher place = CONTAINER.matcher(field);
    String before = list + ".";
    if (!field.startsWith(before)
        || !place.region(before.length(), field.length()).lookingAt()) {
      return Optional.empty();
    }
    FieldPath container = list.child(place.group(1)).index(Integer.parseInt(place.group(2)));
    return reasonAtHead(container, diagnostic.code(), object);
  }

  private Optional<String> reasonAtHead(FieldPath container, String rule, InputObject object) {
    int first = container.spanIn(object.resource().root()).line();
    int name = object.locationOf(container.child("name")).line();
    return comments.reason(rule, first).or(() -> comments.reason(rule, name));
  }

  private void checkComments() {
    for (SuppressionComment comment : comments.all()) {
      comment.rules().forEach(rule -> check(rule, comment.reason(), comment.place()));
    }
  }

  private void checkAnnotations(InputObject object) {
    checkAnnotations(object, FieldPath.of("metadata", "annotations"), true);
    object
        .template()
        .filter(template -> !template.path().isRoot())
        .map(template -> template.path().child("metadata").child("annotations"))
        .ifPresent(path -> checkAnnotations(object, path, false));
  }

  private void checkAnnotations(InputObject object, FieldPath path, boolean rightLevel) {
    if (!(object.at(path) instanceof Mapping annotations)) {
      return;
    }
    for (Map.Entry<String, String> annotation : annotations.strings().entrySet()) {
      if (annotation.getKey().startsWith(ANNOTATION)) {
        Location place = object.locationOf(path.key(annotation.getKey()));
        check(annotation.getKey().substring(ANNOTATION.length()), annotation.getValue(), place);
        if (!rightLevel) {
          report(place, "a suppression counts only in the object's own metadata.annotations");
        }
      }
    }
  }

  private void check(String rule, String reason, Location place) {
    if (catalog.find(rule).isEmpty()) {
      String near = NearestName.to(rule, catalog.all().stream().map(Rule::id).toList())
          .map(name -> "; the nearest is " + name)
          .orElse("");
      report(place, "there is no rule " + rule + near);
    } else if (reason.isBlank()) {
      report(place, "the suppression of " + rule + " gives no reason, so it does not count");
    }
  }

  private void report(Location place, String message) {
    problems.add(Diagnostic.of(INVALID, Severity.WARNING, message, place)
        .withRemedy("write # seaworthy:ignore RULE -- REASON, or the annotation " + ANNOTATION
            + "RULE: REASON"));
  }
}
