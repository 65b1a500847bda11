package dev.seaworthy.project;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.project.kustomize.Gap;
import dev.seaworthy.project.kustomize.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is to be told of kustomizations that were built, or were not; each thing once. */
final class KustomizeReport {

  /** More than these are counted. */
  private static final int MOST = 3;

  private final InputNames names;
  private final Set<Diagnostic> problems = new LinkedHashSet<>();
  private final Set<String> beyond = new LinkedHashSet<>();
  private final Set<String> refused = new LinkedHashSet<>();
  private final Set<String> lacking = new LinkedHashSet<>();
  private final List<String> editions = new ArrayList<>();
  private final List<String> components = new ArrayList<>();

  KustomizeReport(InputNames names) {
    this.names = names;
  }

  void add(Gap gap) {
    Location place = names.locationOf(gap.file(), gap.place());
    if (gap.kind() == Gap.Kind.IDLE) {
      problems.add(idle(gap, place));
      return;
    }
    if (gap.kind() == Gap.Kind.DIFFERS) {
      problems.add(Diagnostic.of(KustomizedInput.LACKING, Severity.WARNING, gap.what(), place));
      return;
    }
    problems.add(Diagnostic.of(
            KustomizedInput.LACKING,
            Severity.WARNING,
            "played without " + gap.what() + ", of which nobody can tell from the files alone what"
                + " kustomize makes",
            place)
        .withRemedy("Play what kustomize writes: kubectl kustomize FOLDER | seaworthy dry-run -"));
    lacking.add(gap.what() + " (" + place.inSentence() + ")");
  }

  /** A patch that selects nothing, which kustomize passes over. */
  static Diagnostic idle(Gap gap, Location place) {
    return Diagnostic.of(
        KustomizedInput.LACKING,
        Severity.WARNING,
        "no object here is the target of this patch"
            + gap.meant().map(name -> "; did you mean " + name + "?").orElse(""),
        place);
  }

  static Diagnostic refused(String message, Location place) {
    return Diagnostic.of(KustomizedInput.REFUSED, Severity.ERROR, message, place);
  }

  void add(Refusal refusal) {
    Location place = names.locationOf(refusal.file(), refusal.place());
    String what =
        refusal.isLimit() ? "this kustomization is not built: " : "kustomize builds nothing: ";
    problems.add(refused(what + refusal.why(), place));
    (refusal.isLimit() ? beyond : refused).add(refusal.why() + " (" + place.inSentence() + ")");
  }

  /** The kustomization of {@code folder} is another edition of the one that is played. */
  void addEdition(Path folder, Path played) {
    editions.add(names.of(folder) + " (beside " + names.of(played) + ")");
  }

  /** The component of {@code folder} is no part of a kustomization of the input. */
  void addComponent(Path folder) {
    components.add(names.of(folder));
  }

  List<Diagnostic> problems() {
    return List.copyOf(problems);
  }

  /** What a summary has to say first. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    tell(sentences, "Not applied: kustomize builds nothing, as ", "; and as ", refused);
    tell(sentences, "Not played, as these kustomizations ask for too much: ", "; ", beyond);
    tell(sentences, "Played without ", ", ", lacking);
    if (!editions.isEmpty()) {
      sentences.add("Not played, as a cluster has but one edition of an object: "
          + some(editions, ", ", " and ") + "; seaworthy dry-run FOLDER plays another one");
    }
    if (!components.isEmpty()) {
      sentences.add("Not played, as components are parts of what lists them: "
          + some(components, ", ", " and ") + "; play the kustomization that lists them");
    }
    return sentences;
  }

  /** Whether there is a kustomization that is in order, and not played. */
  boolean leavesOut() {
    return !beyond.isEmpty() || !editions.isEmpty() || !components.isEmpty();
  }

  /** Whether there is a kustomization that is not built. */
  boolean hasUnbuilt() {
    return !refused.isEmpty() || !beyond.isEmpty();
  }

  /**
   * What a summary has to say first if a change is played over these kustomizations.
   *
   * @param isMended whether all is built after the change
   */
  List<String> sentencesOfBefore(boolean isMended) {
    Set<String> missing = new LinkedHashSet<>(refused);
    missing.addAll(beyond);
    List<String> sentences = new ArrayList<>();
    tell(
        sentences,
        isMended
            ? "The change mends what could not be built, so that there is nothing to compare with: "
            : "There is nothing to compare with, as what was there before cannot be built: ",
        "; and as ",
        missing);
    tell(sentences, "What was there before was played without ", ", ", lacking);
    return sentences;
  }

  private static void tell(List<String> sentences, String before, String between, Set<String> all) {
    if (!all.isEmpty()) {
      sentences.add(before + some(all, between, "; and "));
    }
  }

  private static String some(Collection<String> all, String between, String beforeCount) {
    int more = all.size() - MOST;
    return all.stream().limit(more == 1 ? MOST + 1 : MOST).collect(Collectors.joining(between))
        + (more > 1 ? beforeCount + more + " more" : "");
  }
}
