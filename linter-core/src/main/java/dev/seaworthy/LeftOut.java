package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.judge.JudgedFile;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.simulate.outcome.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What of an input was never applied to the cluster, and why: it can't be read, a server refuses it,
 * or nobody has defined its kind. Said before anything else, for then not all is well.
 */
final class LeftOut {

  /** More than these are counted. */
  private static final int MOST = 5;

  private static final FieldPath NAME = FieldPath.of("metadata", "name");

  private final List<Diagnostic> unread = new ArrayList<>();
  private final Map<InputObject, String> refused = new LinkedHashMap<>();
  private final Set<InputObject> undefined = new LinkedHashSet<>();

  /** With the overlays that complete them, empty where these are unknown. */
  private final Map<InputObject, String> unfinished = new LinkedHashMap<>();

  private final Set<InputObject> aside = new LinkedHashSet<>();
  private final Set<String> unlisted = new LinkedHashSet<>();

  void file(JudgedFile file) {
    file.problems().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .forEach(unread::add);
  }

  /** {@code why}: what a server objects to. */
  void refused(InputObject object, String why) {
    refused.put(object, why);
  }

  void undefined(InputObject object) {
    undefined.add(object);
  }

  /** Kustomizations are yet to complete it, and nobody can guess how. */
  void unfinished(InputObject object, String overlay) {
    unfinished.put(object, overlay);
  }

  /** A hook that no install, upgrade or sync makes, such as a test. */
  void aside(InputObject object) {
    aside.add(object);
  }

  /** A file beside a kustomization that does not list it, with its objects as they are written. */
  void unlisted(JudgedFile file) {
    if (!file.objects().isEmpty() || !file.problems().isEmpty()) {
      unlisted.add(file.file());
    }
  }

  /** The objects that a server refuses, and why. */
  Map<InputObject, String> refused() {
    return refused;
  }

  /** All that is in the files and not applied: of it operators still make what it asks for. */
  List<InputObject> objects() {
    List<InputObject> all = new ArrayList<>(refused.keySet());
    all.addAll(unplayed());
    return all;
  }

  /** The objects of which nobody can say what a server answers. */
  Set<InputObject> unplayed() {
    Set<InputObject> all = new LinkedHashSet<>(undefined);
    all.addAll(unfinished.keySet());
    return all;
  }

  /** Whether there is something left out, and all of it is yet to be completed. */
  boolean isAllUnfinished() {
    return !unfinished.isEmpty() && refused.isEmpty() && undefined.isEmpty();
  }

  /** Whether every object of the input is applied. */
  boolean isEmpty() {
    return objects().isEmpty() && aside.isEmpty();
  }

  /**
   * {@code conclusion} as it is true of the whole input.
   *
   * @param first what there is to say before all
   * @param hasApplied whether anything was left to apply
   */
  List<String> precede(List<String> first, List<String> conclusion, boolean hasApplied) {
    List<String> all = new ArrayList<>(first);
    all.addAll(sentences());
    if (!hasApplied && isAllUnfinished()) {
      all.add(0, "Nothing is applied: no object is whole here");
    }
    if (all.isEmpty()) {
      return conclusion;
    }
    List<String> rest = new ArrayList<>(conclusion);
    // Before it stands only who is reached.
    Optional<String> praise =
        rest.stream().filter(LeftOut::isPraise).findFirst().filter(rest::remove);
    praise.filter(it -> hasApplied).ifPresent(it -> all.add("Of the others: " + ofOthers(it)));
    all.addAll(rest);
    return all;
  }

  private static boolean isPraise(String sentence) {
    return Outcome.praised(sentence).isPresent()
        || sentence.equals(Outcome.NO_PODS)
        || sentence.startsWith(Outcome.IDLE);
  }

  private static String ofOthers(String praise) {
    if (praise.startsWith(Outcome.IDLE)) {
      return "no pod runs: " + praise.substring(Outcome.IDLE.length());
    }
    return praise.equals(Outcome.NO_PODS)
        ? "nothing runs pods"
        : Outcome.praised(praise).orElse(praise);
  }

  private List<String> sentences() {
    List<String> all = new ArrayList<>();
    unread.stream()
        .limit(unread.size() > MOST + 1 ? MOST : unread.size())
        .forEach(problem -> all.add(
            "Not applied: " + problem.message() + " (" + problem.place().inSentence() + ")"));
    if (unread.size() > MOST + 1) {
      all.add("… and " + (unread.size() - MOST) + " more that can't be read, see below");
    }
    if (!refused.isEmpty()) {
      all.add(count(refused.size(), "is", "are") + " refused and not played: "
          + named(refused.keySet(), LeftOut::titleAt));
    }
    if (!undefined.isEmpty()) {
      all.add(count(undefined.size(), "is", "are") + " not played, as nobody has defined "
          + named(undefined, LeftOut::kindOf));
    }
    if (!unfinished.isEmpty()) {
      all.add(count(unfinished.size(), "is", "are")
          + " not played, as kustomizations are yet to complete "
          + (unfinished.size() == 1 ? "it" : "them") + ": "
          + named(unfinished.keySet(), LeftOut::titleAt)
          + "; play the overlay that does"
          + overlay().map(folder -> ": seaworthy dry-run " + folder).orElse(""));
    }
    if (!aside.isEmpty()) {
      all.add(count(aside.size(), "is", "are")
          + " not played, as hooks that no install, upgrade or sync runs: "
          + named(aside, LeftOut::titleAt));
    }
    if (!unlisted.isEmpty()) {
      all.add(files(unlisted.size())
          + " not played, as the kustomization of the folder does not list "
          + (unlisted.size() == 1 ? "it" : "them") + ": " + named(unlisted));
    }
    return all;
  }

  /** One that completes what is unfinished. */
  private Optional<String> overlay() {
    return unfinished.values().stream().filter(folder -> !folder.isEmpty()).findFirst();
  }

  private static String files(int size) {
    return size == 1 ? "1 file is" : size + " files are";
  }

  private static String count(int size, String one, String several) {
    return size == 1 ? "1 object " + one : size + " objects " + several;
  }

  private static String titleAt(InputObject object) {
    return object.resource() + " (" + object.locationOf(NAME).inSentence() + ")";
  }

  private static String kindOf(InputObject object) {
    String group = object.kind().group();
    return object.kind().kind() + (group.isEmpty() ? "" : " in " + group);
  }

  private static String named(Collection<InputObject> objects, Function<InputObject, String> name) {
    return named(objects.stream().map(name).distinct().toList());
  }

  private static String named(Collection<String> names) {
    return names.size() <= MOST + 1
        ? String.join(", ", names)
        : names.stream().limit(MOST).collect(Collectors.joining(", ")) + " and "
            + (names.size() - MOST) + " more";
  }
}
