package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Edit;
import dev.seaworthy.diagnostic.Fix;
import dev.seaworthy.diagnostic.FixSet;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.report.FileReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which fixes of a file can be made together without a key that stands twice in a mapping. Each fix
 * alone makes none; two of them may: {@code selecter} and {@code selectors} both mean {@code selector}.
 */
final class KeyFixes {

  private final SourceText source;
  private final TreeSet<Integer> objects = new TreeSet<>();

  KeyFixes(FileReport file) {
    this.source = file.source();
    file.objects().forEach(object -> objects.add(object.line()));
  }

  /** A key as it would be called: in which object, in which mapping of it. */
  private record NewKey(int object, String mapping, String key) {}

  /** Those of {@code findings} whose fixes are not after the same key: which one is meant, who knows. */
  List<Diagnostic> withoutRivals(List<Diagnostic> findings) {
    Map<NewKey, Integer> wanted = new HashMap<>();
    findings.forEach(
        finding -> renamed(finding).ifPresent(key -> wanted.merge(key, 1, Integer::sum)));
    return findings.stream()
        .filter(finding ->
            renamed(finding).map(wanted::get).filter(count -> count > 1).isEmpty())
        .toList();
  }

  /** The key that a fix writes in place of the one that its finding is about. */
  private Optional<NewKey> renamed(Diagnostic finding) {
    List<Edit> edits = finding.fix().map(Fix::edits).orElse(List.of());
    if (edits.size() != 1 || edits.get(0).isAddition()) {
      return Optional.empty();
    }
    Edit edit = edits.get(0);
    String field = finding.field().orElse("");
    Integer object = objects.floor(edit.place().line());
    return source
        .at(edit.place())
        .filter(written -> !written.isEmpty() && field.endsWith(written))
        .map(written -> new NewKey(
            object == null ? 0 : object,
            field.substring(0, field.length() - written.length()),
            edit.text()));
  }

  /** As many of {@code findings} as are mended in one go: all, or those of keys alone, or the first. */
  List<Diagnostic> together(List<Diagnostic> findings) {
    if (findings.size() < 2 || !doubles(findings)) {
      return findings;
    }
    List<Diagnostic> keys = new ArrayList<>(findings);
    keys.removeIf(finding -> renamed(finding).isEmpty());
    boolean fewer = !keys.isEmpty() && keys.size() < findings.size();
    return fewer && !doubles(keys) ? keys : findings.subList(0, 1);
  }

  private boolean doubles(List<Diagnostic> findings) {
    FixSet fixes = new FixSet();
    findings.forEach(finding -> fixes.add(finding.fix().orElseThrow()));
    return doubled(source.edited(fixes.edits())) > doubled(source);
  }

  private static int doubled(SourceText text) {
    return new ManifestReader()
        .read(text.file(), text.utf8()).documents().stream()
            .mapToInt(document -> document.duplicates().size())
            .sum();
  }
}
