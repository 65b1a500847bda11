package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's warnings beside the findings of rules: what a rule tells need not be told twice. */
final class ServerWarnings {

  /** The rule that tells, field by field, what a level of Pod Security objects to. */
  private static final String OF_STANDARDS = "namespace-pod-security-violated";

  private static final Pattern STANDARD =
      Pattern.compile("would violate PodSecurity \"(?<demand>[^\"]+)\"");

  private ServerWarnings() {}

  /** What the server warns of in a field, a rule about the same field tells with what to do. */
  static void dropWhatRulesTell(List<Diagnostic> findings) {
    Set<Location> told = new HashSet<>();
    Set<FieldOf> items = new HashSet<>();
    for (Diagnostic finding : findings) {
      if (LintCollector.isOfRule(finding)) {
        told.add(finding.place());
        item(finding).map(item -> new FieldOf(finding, item)).ifPresent(items::add);
      }
    }
    List<Diagnostic> all = List.copyOf(findings);
    findings.removeIf(finding -> finding.code().equals(VerdictDiagnostics.WARNING)
        && (told.contains(finding.place())
            || items.contains(new FieldOf(finding, finding.field().orElse("")))
            || isOfStandard(finding, all)));
  }

  /** A field of an object. */
  private record FieldOf(String file, Optional<Diagnostic.Subject> subject, String field) {

    FieldOf(Diagnostic finding, String field) {
      this(finding.place().file(), finding.subject(), field);
    }
  }

  /** The item of a list that the finding is about a field of: the server warns of the whole of it. */
  private static Optional<String> item(Diagnostic finding) {
    String field = finding.field().orElse("");
    int end = field.lastIndexOf("].");
    boolean isDirect = end > 0 && field.indexOf('.', end + 2) < 0;
    return isDirect ? Optional.of(field.substring(0, end + 1)) : Optional.empty();
  }

  /** Where a namespace warns of the level that it enforces, the rule about that has told all of it. */
  private static boolean isOfStandard(Diagnostic warning, List<Diagnostic> findings) {
    Matcher standard = STANDARD.matcher(warning.message());
    if (!standard.find()) {
      return false;
    }
    String enforced = " enforces " + standard.group("demand") + " ";
    return findings.stream()
        .anyMatch(finding -> finding.code().equals(OF_STANDARDS)
            && finding.subject().equals(warning.subject())
            && finding.message().contains(enforced));
  }
}
