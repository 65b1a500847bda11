package dev.seaworthy.report;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.diagnostic.SuppressedFinding;
import dev.seaworthy.diagnostic.SuppressedFinding.Source;
import dev.seaworthy.judge.Notes;
import dev.seaworthy.judge.Problems;
import dev.seaworthy.manifest.ProblemCode;
import dev.seaworthy.project.KustomizedInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what passes by, for the last line of a report and for the exit status. */
public final class Tally {

  private final Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final Map<String, Integer> unjudged = new TreeMap<>();
  private final Map<String, Integer> rules = new HashMap<>();
  private final Map<ProblemCode, Integer> passedOver = new EnumMap<>(ProblemCode.class);
  private final Set<String> filesWithFindings = new HashSet<>();
  private final List<Neighbourhood> neighbourhoods = new ArrayList<>();
  private final Set<String> kustomizations = new TreeSet<>();
  private final Set<String> refusedKustomizations = new TreeSet<>();
  private int failures;
  private int known;
  private int unfinished;
  private int files;
  private int objects;

  /** Counts a file, its objects and all that there is to say about them. */
  public void add(FileReport file) {
    files += file.isPassedOver() ? 0 : 1;
    file.notes().forEach(this::addNote);
    objects += file.objects().size();
    for (ObjectReport object : file.objects()) {
      object.answer().refusal().ifPresent(answer -> refusals.merge(answer, 1, Integer::sum));
    }
    for (SuppressedFinding suppressed : file.suppressed()) {
      known += suppressed.source() == Source.BASELINE ? 1 : 0;
    }
    for (Diagnostic finding : file.findings()) {
      rules.merge(finding.code(), 1, Integer::sum);
    }
    add(file.findings());
    add(file.problems());
  }

  private void addNote(Diagnostic note) {
    if (note.code().equals(Notes.UNDEFINED)) {
      note.subject()
          .ifPresent(subject ->
              unjudged.merge(subject.kind() + " in " + subject.apiVersion(), 1, Integer::sum));
    }
    unfinished += note.code().equals(Notes.UNFINISHED) ? 1 : 0;
    ProblemCode.of(note.code()).ifPresent(what -> passedOver.merge(what, 1, Integer::sum));
    if (note.code().equals(ProblemCode.KUSTOMIZATION.code())) {
      kustomizations.add(folderOf(note.place().file()));
    }
  }

  private static String folderOf(String file) {
    int end = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
    return end < 0 ? "." : file.substring(0, Math.max(end, 1));
  }

  public void add(Collection<Diagnostic> diagnostics) {
    for (Diagnostic diagnostic : diagnostics) {
      failures += Problems.isFailure(diagnostic) ? 1 : 0;
      if (diagnostic.code().equals(KustomizedInput.REFUSED)) {
        refusedKustomizations.add(folderOf(diagnostic.place().file()));
      }
      bySeverity.merge(diagnostic.severity(), 1, Integer::sum);
      filesWithFindings.add(diagnostic.place().file());
    }
  }

  /** Notes what was looked at beside the files. */
  public void seenWith(List<Neighbourhood> others) {
    neighbourhoods.addAll(others);
  }

  /** What was looked at beside the files. */
  public List<Neighbourhood> neighbourhoods() {
    return List.copyOf(neighbourhoods);
  }

  /** How many diagnostics are as grave as {@code threshold}, or graver. */
  public int atLeast(Severity threshold) {
    int sum = 0;
    for (Map.Entry<Severity, Integer> entry : bySeverity.entrySet()) {
      if (entry.getKey().isAtLeast(threshold)) {
        sum += entry.getValue();
      }
    }
    return sum;
  }

  public int count(Severity severity) {
    return bySeverity.getOrDefault(severity, 0);
  }

  /** How often the work itself could not be done. */
  public int failures() {
    return failures;
  }

  /** How many findings are not told because the baseline has them. */
  public int known() {
    return known;
  }

  /** How many objects lack what kustomizations may add, so that nobody knows how they would fare. */
  public int unfinished() {
    return unfinished;
  }

  public int files() {
    return files;
  }

  public int objects() {
    return objects;
  }

  /** What is no whole object, counted by what it is instead: {@code 1 patch}, {@code 2 templates}. */
  public List<String> passedOver() {
    return passedOver.entrySet().stream()
        .map(each -> each.getKey().counted(each.getValue()))
        .toList();
  }

  /** The folders of kustomizations, of which the files were seen and not what they build. */
  public Set<String> kustomizations() {
    return Collections.unmodifiableSet(kustomizations);
  }

  /** Those of them of which nothing was found that keeps kustomize from building them. */
  public List<String> buildable() {
    return kustomizations.stream()
        .filter(folder -> !refusedKustomizations.contains(folder))
        .toList();
  }

  /** How many things are no whole object because of what the code of their notes says. */
  public int passedOver(String code) {
    return ProblemCode.of(code).map(what -> passedOver.getOrDefault(what, 0)).orElse(0);
  }

  /** Whether no object was seen, and nothing is said: what looks like a success is none. */
  public boolean isOfNothing() {
    return objects == 0 && unjudged.isEmpty() && bySeverity.isEmpty();
  }

  /** How many findings each rule has, and the API server under its own codes. */
  public Map<String, Integer> rules() {
    return Collections.unmodifiableMap(new TreeMap<>(rules));
  }

  public int filesWithFindings() {
    return filesWithFindings.size();
  }

  /** Answers such as {@code 422 Invalid}, each with how many objects would get it. */
  public Map<String, Integer> refusals() {
    return Map.copyOf(refusals);
  }

  /** Kinds that nobody has defined, such as {@code Gadget in x.org/v1}, each with how many objects. */
  public Map<String, Integer> unjudged() {
    return Collections.unmodifiableMap(unjudged);
  }

  public int refused() {
    int sum = 0;
    for (int refused : refusals.values()) {
      sum += refused;
    }
    return sum;
  }
}
