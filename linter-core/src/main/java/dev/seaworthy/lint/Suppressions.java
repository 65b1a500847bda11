package dev.seaworthy.lint;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.SuppressedFinding;
import dev.seaworthy.diagnostic.SuppressedFinding.Source;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is not to be told of a file, and why. A comment {@code # seaworthy:ignore RULE -- REASON}
 * counts for its own line or, alone on its line, for the next one; at the first line of a container it
 * counts for all of the container, above the first line of an object for all of the object. An
 * annotation {@code seaworthy.dev/ignore.RULE: REASON} counts for the object, a {@link Waiver} of the
 * configuration for the file. Without a reason, or with a name that is no rule's, none of them counts,
 * and {@link SuppressionReview} reports it.
 */
final class Suppressions {

  static final String ANNOTATION = "seaworthy.dev/ignore.";

  /** Made for a file with comments of ours. */
  private static final class Form {

    /** A container in a pod spec, at the beginning of a path. */
    static final Pattern CONTAINER =
        Pattern.compile("(initContainers|containers|ephemeralContainers)\\[(\\d{1,9})]");
  }

  private final List<Waiver> waivers;
  private final SuppressionComments comments;
  private final SuppressionReview review;

  private Suppressions(
      List<Waiver> waivers, SuppressionComments comments, SuppressionReview review) {
    this.waivers = waivers;
    this.comments = comments;
    this.review = review;
  }

  static Suppressions of(
      LintInput.File file, List<InputObject> objects, RuleCatalog catalog, LintSettings settings) {
    SuppressionComments comments = SuppressionComments.in(file.source().get());
    SuppressionReview review = new SuppressionReview(catalog, settings);
    review.read(comments);
    objects.forEach(review::read);
    return new Suppressions(settings.waivers(), comments, review);
  }

  /** What is wrong with the suppressions themselves. */
  List<Diagnostic> problems() {
    return review.problems();
  }

  /** What the suppressions keep quiet though it is not there; known when all rules have run. */
  List<Diagnostic> unused() {
    return review.unused();
  }

  /** Adds to {@code findings} what is found in {@code object}: told, or suppressed. */
  void sort(List<Diagnostic> found, InputObject object, FileFindings findings) {
    for (Diagnostic diagnostic : found) {
      Optional<SuppressedFinding> suppressed = suppressed(diagnostic, object);
      if (suppressed.isPresent()) {
        findings.suppressed().add(suppressed.get());
      } else {
        findings.told().add(diagnostic);
      }
    }
  }

  private Optional<SuppressedFinding> suppressed(Diagnostic diagnostic, InputObject object) {
    return annotation(diagnostic.code(), object)
        .or(() -> comment(diagnostic, object))
        .map(reason -> new SuppressedFinding(diagnostic, reason, Source.FILE))
        .or(() -> waiver(diagnostic)
            .map(reason -> new SuppressedFinding(diagnostic, reason, Source.CONFIGURATION)));
  }

  private Optional<String> annotation(String rule, InputObject object) {
    if (!review.isAnnotated()) {
      return Optional.empty();
    }
    String reason =
        object.resource().at("metadata", "annotations", ANNOTATION + rule).text();
    if (reason.isBlank()) {
      return Optional.empty();
    }
    FieldPath path = FieldPath.of("metadata", "annotations").key(ANNOTATION + rule);
    return used(rule, object.locationOf(path), reason);
  }

  private Optional<String> comment(Diagnostic diagnostic, InputObject object) {
    if (!comments.areIn(diagnostic.place().file())) {
      return Optional.empty();
    }
    String rule = diagnostic.code();
    return comments
        .about(rule, diagnostic.place().line())
        .or(() -> atContainer(diagnostic, object))
        .or(() -> comments.about(rule, object.resource().root().span().line()))
        .flatMap(comment -> used(rule, comment.place(), comment.reason()));
  }

  private Optional<String> used(String rule, Location place, String reason) {
    review.used(rule, place);
    return Optional.of(reason);
  }

  private Optional<SuppressionComment> atContainer(Diagnostic diagnostic, InputObject object) {
    FieldPath list = object.template().map(PodTemplate::specPath).orElse(FieldPath.ROOT);
    String field = diagnostic.field().orElse("");
    Matcher place = Form.CONTAINER.matcher(field);
    String before = list + ".";
    if (!field.startsWith(before)
        || !place.region(before.length(), field.length()).lookingAt()) {
      return Optional.empty();
    }
    FieldPath container = list.child(place.group(1)).index(Integer.parseInt(place.group(2)));
    return atHead(container, diagnostic.code(), object);
  }

  private Optional<SuppressionComment> atHead(
      FieldPath container, String rule, InputObject object) {
    int first = container.spanIn(object.resource().root()).line();
    int name = object.locationOf(container.child("name")).line();
    return comments.about(rule, first).or(() -> comments.about(rule, name));
  }

  private Optional<String> waiver(Diagnostic diagnostic) {
    for (Waiver waiver : waivers) {
      if (waiver.covers(diagnostic.code(), diagnostic.place().file())) {
        return Optional.of(waiver.reason());
      }
    }
    return Optional.empty();
  }
}
