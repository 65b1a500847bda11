package dev.seaworthy.report.text;

import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.report.Neighbourhood;
import dev.seaworthy.report.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The last line: how much there is, and what the cluster would say to it. */
public final class Summary {

  private static final int MOST_KINDS = 5;

  private Summary() {}

  /** {@code 1 error in 1 of 3 files. Kubernetes 1.37 would answer 422 Invalid.} */
  public static String of(Tally tally, String release, Palette palette) {
    if (tally.isOfNothing()) {
      return "Nothing was judged: there is no object for Kubernetes " + release + " to judge.";
    }
    return findings(tally, palette) + known(tally) + " " + answer(tally, release)
        + neighbours(tally) + unjudged(tally).map(line -> "\n" + line).orElse("");
  }

  private static String known(Tally tally) {
    return tally.known() == 0
        ? ""
        : " " + number(tally.known(), "finding") + (tally.known() == 1 ? " was" : " were")
            + " known already.";
  }

  /** Objects that nobody can judge here, by kind: {@code 1 object was not judged …}. */
  static Optional<String> unjudged(Tally tally) {
    if (tally.unjudged().isEmpty()) {
      return Optional.empty();
    }
    int objects = tally.unjudged().values().stream().mapToInt(Integer::intValue).sum();
    List<String> kinds = new ArrayList<>();
    tally.unjudged().forEach((kind, count) -> kinds.add(count + " " + kind));
    int shown = Math.min(MOST_KINDS, kinds.size());
    String more = kinds.size() > shown ? ", and " + number(kinds.size() - shown, "other kind") : "";
    return Optional.of(number(objects, "object") + (objects == 1 ? " was" : " were")
        + " not judged, because nobody has defined " + (objects == 1 ? "its kind" : "their kinds")
        + ": " + String.join(", ", kinds.subList(0, shown)) + more + ".");
  }

  /**
   * That an overlay may be wrong although the files below it are right, and how to find out; empty if
   * there is no kustomization.
   *
   * @param command which of the commands it is, to say what to do
   */
  public static Optional<String> unbuilt(Tally tally, String command) {
    if (tally.kustomizations().isEmpty()) {
      return Optional.empty();
    }
    int number = tally.kustomizations().size();
    List<String> buildable = tally.buildable();
    String so = number(number, "kustomization") + (number == 1 ? " was" : " were")
        + " not built, only the files in " + (number == 1 ? "it" : "them") + " judged";
    if (buildable.isEmpty()) {
      return Optional.of(so + ": kustomize would refuse " + (number == 1 ? "it." : "them."));
    }
    String last = buildable.get(buildable.size() - 1);
    return Optional.of(so + ": seaworthy dry-run " + last + " builds and plays "
        + (number == 1 ? "it" : "one") + ", kubectl kustomize " + last + " | seaworthy " + command
        + " - judges what it makes.");
  }

  /** What is no whole object, {@code Passed over: 3 patches, 1 template}; empty if all is one. */
  public static Optional<String> passedOver(Tally tally) {
    return tally.passedOver().isEmpty()
        ? Optional.empty()
        : Optional.of("Passed over: " + String.join(", ", tally.passedOver()));
  }

  private static String findings(Tally tally, Palette palette) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      int count = tally.count(severity);
      if (count > 0) {
        String word = severity == Severity.INFO ? "remark" : severity.word();
        counts.add(palette.severity(severity, number(count, word)));
      }
    }
    if (counts.isEmpty()) {
      return palette.good(tally.known() > 0 ? "Nothing new" : "Nothing found") + " in "
          + number(tally.files(), "file") + ".";
    }
    int files = Math.max(tally.files(), tally.filesWithFindings());
    return String.join(", ", counts) + " in " + tally.filesWithFindings() + " of "
        + number(files, "file") + ".";
  }

  private static String answer(Tally tally, String release) {
    String server = "Kubernetes " + release;
    if (tally.objects() == 0) {
      return "No object for " + server + " to judge.";
    }
    if (tally.refused() == 0 && tally.unfinished() > 0) {
      return unfinished(tally, server);
    }
    if (tally.refused() == 0) {
      return tally.objects() == 1
          ? server + " would accept the object."
          : server + " would accept all " + tally.objects() + " objects.";
    }
    // A refusal that is not told here is one of those that were known.
    String known = tally.known() > 0 && tally.count(Severity.ERROR) == 0 ? ", as was known" : "";
    String answers = String.join(", ", new TreeSet<>(tally.refusals().keySet()));
    return tally.objects() == 1
        ? server + " would answer " + answers + known + "."
        : server + " would refuse " + tally.refused() + " of " + tally.objects() + " objects ("
            + answers + ")" + known + ".";
  }

  /** Of what lacks something that kustomizations may add nobody says that a server would take it. */
  private static String unfinished(Tally tally, String server) {
    int whole = tally.objects() - tally.unfinished();
    String rest = number(tally.unfinished(), "object") + (tally.unfinished() == 1 ? " is" : " are")
        + " for kustomizations to complete.";
    return whole == 0
        ? "As written " + rest
        : server + " would accept " + number(whole, "object") + "; " + rest;
  }

  /** Which files beside those that were named are known: what is missing is missing there too. */
  private static String neighbours(Tally tally) {
    StringBuilder text = new StringBuilder();
    for (Neighbourhood around : tally.neighbourhoods()) {
      if (!around.complete()) {
        text.append(" There are too many files in ")
            .append(around.where())
            .append(" to look at: name the folder to have relations between them checked.");
      } else if (around.files() > 0) {
        text.append(" Seen with ")
            .append(number(around.files(), "other file"))
            .append(" of ")
            .append(around.where())
            .append('.');
      }
    }
    return text.toString();
  }

  static String number(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
