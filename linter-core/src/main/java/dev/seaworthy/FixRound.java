package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Diagnostic.Subject;
import dev.seaworthy.diagnostic.FixSet;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.ObjectReport;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fixes that are made at the same time. */
final class FixRound {

  private final Map<String, FixSet> files = new LinkedHashMap<>();
  private final Map<String, SourceText> sources = new HashMap<>();
  private final Set<FixTarget> targets = new HashSet<>();

  /** Takes in what mends the findings of {@code file}, but for what is left alone. */
  void add(FileReport file, Fixing fixing, Set<FixTarget> left) {
    KeyFixes keys = new KeyFixes(file);
    List<Diagnostic> wanted = keys.withoutRivals(file.findings().stream()
        .filter(finding -> isWanted(finding, fixing))
        .filter(finding -> !left.contains(FixTarget.of(finding)))
        .toList());
    FixSet fixes = new FixSet();
    for (Diagnostic finding : keys.together(wanted)) {
      if (fixes.add(finding.fix().orElseThrow())) {
        targets.add(FixTarget.of(finding));
      }
    }
    if (fixes.size() > 0) {
      files.put(file.name(), fixes);
      sources.put(file.name(), file.source());
    }
  }

  private static boolean isWanted(Diagnostic finding, Fixing fixing) {
    return finding.fix().filter(fix -> fix.safe() || fixing.unsafe()).isPresent();
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  Map<String, FixSet> files() {
    return files;
  }

  /** {@code texts} with those that this round changes. */
  Map<String, SourceText> texts(Map<String, SourceText> texts) {
    Map<String, SourceText> changed = new LinkedHashMap<>(texts);
    files.forEach((file, fixes) -> changed.put(file, edited(file, fixes)));
    return changed;
  }

  private SourceText edited(String file, FixSet fixes) {
    SourceText source = sources.get(file);
    if (source == null) {
      throw new IllegalStateException("no text of " + file);
    }
    return source.edited(fixes.edits());
  }

  /**
   * Adds to {@code left} what must not be mended, as it does harm or does not help.
   *
   * @return whether there is any
   */
  boolean leaveHarm(LintReport before, LintReport after, Fixing fixing, Set<FixTarget> left) {
    Set<FixTarget> atFault = new HashSet<>(withoutEffect(before, after, fixing));
    Map<Accepted, Integer> still = accepted(after);
    accepted(before).forEach((object, count) -> {
      if (still.getOrDefault(object, 0) < count) {
        atFault.addAll(behind(object, left));
      }
    });
    left.addAll(atFault);
    return !atFault.isEmpty();
  }

  /** Fixes that may be why {@code object} is refused now: its own ones, as far as there are any. */
  private Set<FixTarget> behind(Accepted object, Set<FixTarget> left) {
    Set<FixTarget> own = new HashSet<>();
    targets.stream().filter(object::has).forEach(own::add);
    if (!own.isEmpty()) {
      return own;
    }
    // Another object is the reason, such as a Namespace with a stricter level now.
    left.removeIf(object::has);
    return ofOthers();
  }

  private Set<FixTarget> ofOthers() {
    Set<FixTarget> others = new HashSet<>();
    targets.stream().filter(target -> target.namespace().isEmpty()).forEach(others::add);
    return others.isEmpty() ? targets : others;
  }

  /** An object of which the server says yes. */
  private record Accepted(String file, int document, Subject subject) {

    boolean has(FixTarget target) {
      return target.isOf(file, subject);
    }
  }

  private static Map<Accepted, Integer> accepted(LintReport report) {
    Map<Accepted, Integer> accepted = new HashMap<>();
    for (FileReport file : report.files()) {
      for (ObjectReport object : file.objects()) {
        if (object.answer().accepted()) {
          Subject subject = object.subject();
          Subject called = new Subject("", subject.kind(), subject.namespace(), subject.name());
          accepted.merge(new Accepted(file.name(), object.document(), called), 1, Integer::sum);
        }
      }
    }
    return accepted;
  }

  private Set<FixTarget> withoutEffect(LintReport before, LintReport after, Fixing fixing) {
    Map<FixTarget, Integer> old = counts(before, fixing);
    Map<FixTarget, Integer> now = counts(after, fixing);
    Set<FixTarget> without = new HashSet<>();
    for (FixTarget target : targets) {
      if (now.getOrDefault(target, 0) >= old.getOrDefault(target, 0)) {
        without.add(target);
      }
    }
    return without;
  }

  private static Map<FixTarget, Integer> counts(LintReport report, Fixing fixing) {
    Map<FixTarget, Integer> counts = new HashMap<>();
    for (Diagnostic finding : report.findings()) {
      if (isWanted(finding, fixing)) {
        counts.merge(FixTarget.of(finding), 1, Integer::sum);
      }
    }
    return counts;
  }
}
