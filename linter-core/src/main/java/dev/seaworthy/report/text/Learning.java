package dev.seaworthy.report.text;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Diagnostic.Subject;
import dev.seaworthy.judge.Notes;
import dev.seaworthy.judge.Placeholders;
import dev.seaworthy.lint.NamedKinds;
import dev.seaworthy.lint.RuleCatalog;
import dev.seaworthy.manifest.ProblemCode;
import dev.seaworthy.project.KustomizedInput;
import dev.seaworthy.simulate.outcome.OutcomeCodes;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which command tells more about what a diagnostic speaks of. */
final class Learning {

  /** Codes of the server's answers and of our own troubles; reading and playing have their lists. */
  private static final Set<String> OTHERS = Set.of(
      "api-rejected",
      "api-warning",
      "apply-loses-item",
      "unreadable",
      "internal-fault",
      "rule-failed",
      "rule-invalid",
      "scenario-invalid",
      "suppression-invalid",
      "suppression-unused",
      NamedKinds.UNDEFINED,
      KustomizedInput.REFUSED,
      KustomizedInput.LACKING,
      Placeholders.CODE);

  /** Asked of every finding, so all in one. */
  private static final Set<String> OF_NO_RULE = ofNoRule();

  private Learning() {}

  private static Set<String> ofNoRule() {
    Set<String> codes = new HashSet<>(OTHERS);
    codes.addAll(Notes.CODES);
    codes.addAll(OutcomeCodes.ALL);
    for (ProblemCode problem : ProblemCode.values()) {
      codes.add(problem.code());
    }
    return codes;
  }

  static Optional<String> about(Diagnostic diagnostic) {
    if (isRule(diagnostic)) {
      // Rules that a project has written for itself are in a folder that has to be named.
      boolean shipped = RuleCatalog.load().find(diagnostic.code()).isPresent();
      return Optional.of(
          "seaworthy rules explain " + (shipped ? "" : "--rules DIR ") + diagnostic.code());
    }
    return diagnostic
        .field()
        .filter(field -> !field.isEmpty())
        .flatMap(field -> diagnostic
            .subject()
            .map(subject -> "seaworthy explain " + definition(subject)
                + subject.kind().toLowerCase(Locale.ROOT) + step(structOf(field))));
  }

  private static String step(String struct) {
    return struct.isEmpty() ? "" : "." + struct;
  }

  /** A kind that is not built in is explained by its definition. */
  private static String definition(Subject subject) {
    GroupVersionKind gvk = GroupVersionKind.of(subject.apiVersion(), subject.kind());
    boolean mayBeCustom = gvk.group().indexOf('.') > 0;
    return mayBeCustom && !KnownKinds.isBuiltIn(gvk.groupKind()) ? "--crds PATH " : "";
  }

  /** Whether the diagnostic comes from a rule, not from the API server or from reading. */
  static boolean isRule(Diagnostic diagnostic) {
    return !OF_NO_RULE.contains(diagnostic.code());
  }

  /** The field without indices and map keys, which an explanation does not need. */
  private static String structOf(String field) {
    return field.replaceAll("\\[[^\\]]*\\]", "");
  }
}
