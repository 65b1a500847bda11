package dev.seaworthy.report.text;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleCatalog;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.Grouping;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings of all files by what they have in common: a line each, and once what to do. */
final class GroupedFindings {

  private final Grouping grouping;
  private final DiagnosticText text;
  private final Palette palette;
  private final Map<String, List<Diagnostic>> groups = new LinkedHashMap<>();

  GroupedFindings(Grouping grouping, DiagnosticText text, Palette palette) {
    this.grouping = grouping;
    this.text = text;
    this.palette = palette;
  }

  void add(FileReport file) {
    for (Diagnostic one : file.diagnostics()) {
      groups.computeIfAbsent(key(one), key -> new ArrayList<>()).add(one);
    }
  }

  private String key(Diagnostic one) {
    return grouping == Grouping.RULE
        ? one.code()
        : one.subject().map(subject -> named(subject, one)).orElse(one.place().file());
  }

  /** {@code Deployment shop/web (k8s/web.yaml)}: objects of two files may be called alike. */
  private static String named(Diagnostic.Subject subject, Diagnostic one) {
    String namespace = subject.namespace().isEmpty() ? "" : subject.namespace() + "/";
    return subject.kind() + " " + namespace + subject.name() + " ("
        + one.place().file() + ")";
  }

  void print(PrintWriter out) {
    List<Map.Entry<String, List<Diagnostic>>> inOrder = new ArrayList<>(groups.entrySet());
    if (grouping == Grouping.RULE) {
      inOrder.sort(Comparator.<Map.Entry<String, List<Diagnostic>>, Severity>comparing(
              group -> gravest(group.getValue()))
          .thenComparing(group -> group.getValue().size())
          .reversed());
    }
    inOrder.forEach(group -> print(group.getKey(), group.getValue(), out));
  }

  private static Severity gravest(List<Diagnostic> group) {
    return group.stream()
        .map(Diagnostic::severity)
        .max(Comparator.naturalOrder())
        .orElse(Severity.INFO);
  }

  private void print(String key, List<Diagnostic> group, PrintWriter out) {
    Optional<Rule> rule =
        grouping == Grouping.RULE ? RuleCatalog.load().find(key) : Optional.empty();
    String title = rule.map(found -> ": " + found.title()).orElse("");
    out.println(
        palette.bold(VisibleLine.safe(key) + title) + palette.frame(" (" + group.size() + ")"));
    group.stream()
        .sorted(Comparator.comparing(Diagnostic::severity).reversed())
        .forEach(one -> out.println("  " + text.headline(one)));
    rule.filter(found -> !found.remedy().isEmpty())
        .ifPresent(found -> out.println(palette.frame("  = remedy  ") + found.remedy()));
    rule.ifPresent(found ->
        out.println(palette.frame("  = learn   ") + "seaworthy rules explain " + found.id()));
    out.println();
  }
}
