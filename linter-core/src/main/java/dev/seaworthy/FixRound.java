package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.FixSet;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.report.FileReport;
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
        .filter(fixing::wants)
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

  boolean isEmpty() {
    return files.isEmpty();
  }

  Map<String, FixSet> files() {
    return files;
  }

  /** The texts that this round changes, as they are before it. */
  Map<String, SourceText> sources() {
    return sources;
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
  boolean leaveHarm(FixState before, FixState after, Set<FixTarget> left) {
    Set<FixTarget> atFault = new HashSet<>(withoutEffect(before, after));
    before.accepted().forEach((object, count) -> {
      if (after.accepted().getOrDefault(object, 0) < count) {
        atFault.addAll(behind(object, left));
      }
    });
    left.addAll(atFault);
    return !atFault.isEmpty();
  }

  /** Fixes that may be why {@code object} is refused now: its own ones, as far as there are any. */
  private Set<FixTarget> behind(FixState.Accepted object, Set<FixTarget> left) {
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

  private Set<FixTarget> withoutEffect(FixState before, FixState after) {
    Set<FixTarget> without = new HashSet<>();
    for (FixTarget target : targets) {
      if (after.wanted().getOrDefault(target, 0) >= before.wanted().getOrDefault(target, 0)) {
        without.add(target);
      }
    }
    return without;
  }
}
