package dev.seaworthy.lint;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Fix;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.OpenValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule found in an object.
 *
 * @param path the field that it is about
 * @param severity where it is not that of the rule
 * @param repair what would mend it, where that is known
 * @param isUnsettled whether a kustomization is yet to change what it is about
 */
public record Finding(
    InputObject object,
    FieldPath path,
    String message,
    Optional<String> remedy,
    Optional<Severity> severity,
    List<Diagnostic.Related> related,
    Optional<Repair> repair,
    boolean isUnsettled) {

  private static final Set<String> SELECTORS =
      Set.of("selector", "podSelector", "namespaceSelector", "matchLabels");

  public Finding {
    related = List.copyOf(related);
  }

  public static Finding at(InputObject object, FieldPath path, String message) {
    return new Finding(
        object,
        path,
        message,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        object.isUnsettled(path));
  }

  public Finding withRemedy(String text) {
    return new Finding(
        object, path, message, Optional.of(text), severity, related, repair, isUnsettled);
  }

  public Finding withSeverity(Severity other) {
    return new Finding(
        object, path, message, remedy, Optional.of(other), related, repair, isUnsettled);
  }

  public Finding withRepair(Repair change) {
    return new Finding(
        object, path, message, remedy, severity, related, Optional.of(change), isUnsettled);
  }

  /** This finding with another place that helps to understand it. */
  public Finding related(InputObject other, FieldPath place, String what) {
    List<Diagnostic.Related> more = new ArrayList<>(related);
    more.add(new Diagnostic.Related(other.locationOf(place), what));
    boolean unsettled = isUnsettled || other.isUnsettled(place);
    return new Finding(object, path, message, remedy, severity, more, repair, unsettled);
  }

  /**
   * Whether it objects to a value that something is yet to fill in, such as the tag {@code ${TAG}}, or
   * the image that ko makes of a program.
   */
  boolean isAboutPlaceholder() {
    return holdsPlaceholder(path.resolve(object.resource().root()), path.lastStep());
  }

  /** A selector is one value to rules, though it has several lines. */
  private static boolean holdsPlaceholder(Node value, String field) {
    return OpenValue.is(value.stringOr(""))
        || SELECTORS.contains(field)
            && (value instanceof Mapping mapping
                    && mapping.entries().stream()
                        .anyMatch(entry -> holdsPlaceholder(entry.value(), "selector"))
                || value.items().stream().anyMatch(item -> holdsPlaceholder(item, "selector")));
  }

  /** As {@code rule} tells of it, where the finding itself says nothing else. */
  Diagnostic toDiagnostic(ActiveRule rule, Optional<Fix> fix) {
    return new Diagnostic(
        rule.rule().id(),
        severity.orElse(rule.severity()),
        message,
        remedy.isPresent() ? remedy : rule.remedy(),
        object.locationOf(path),
        path.isRoot() ? Optional.empty() : Optional.of(path.toString()),
        Optional.empty(),
        Optional.of(object.subject()),
        related,
        fix);
  }
}
