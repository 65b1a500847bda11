package dev.seaworthy.cli;

import dev.seaworthy.manifest.ProblemCode;
import dev.seaworthy.report.Tally;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Tells that there was nothing to judge, which must not look as if all were well: a folder in which
 * nothing is an object yet, a pipe through which nothing came. Files that are named one by one may be
 * anything, as hooks name whatever has changed.
 */
final class NothingJudged {

  private static final Set<ProblemCode> OF_KUSTOMIZE =
      Set.of(ProblemCode.KUSTOMIZATION, ProblemCode.PATCH, ProblemCode.GENERATOR_INPUT);
  private static final Set<ProblemCode> OF_TEMPLATES =
      Set.of(ProblemCode.HELM_CHART, ProblemCode.TEMPLATE);
  private static final Set<ProblemCode> LEFT_OUT =
      Set.of(ProblemCode.HIDDEN, ProblemCode.IGNORED, ProblemCode.EXCLUDED, ProblemCode.LINK);

  private final Tally tally;
  private final List<String> paths;

  private NothingJudged(Tally tally, List<String> paths) {
    this.tally = tally;
    this.paths = paths;
  }

  /**
   * {@code status}, but that of a failure where it is that of success and nothing was judged.
   *
   * @param command which of the commands it is, to say what to do
   */
  static int status(int status, Tally tally, List<String> paths, String command, Console console) {
    boolean isFine = status != ExitStatus.OK || !tally.isOfNothing() || !isSearch(paths);
    if (isFine) {
      return status;
    }
    console.tell("seaworthy: " + new NothingJudged(tally, paths).words(command));
    return ExitStatus.FAILURE;
  }

  /** The same where the answer itself has told that nothing was applied, and why. */
  static int toldStatus(int status, List<String> paths) {
    return status == ExitStatus.OK && isSearch(paths) ? ExitStatus.FAILURE : status;
  }

  private static boolean isSearch(List<String> paths) {
    return paths.stream().anyMatch(NothingJudged::isSearch);
  }

  private static boolean isSearch(String path) {
    try {
      return path.equals("-") || !Files.exists(Path.of(path)) || Files.isDirectory(Path.of(path));
    } catch (InvalidPathException pattern) {
      return true;
    }
  }

  private String words(String command) {
    boolean isPipe = paths.equals(List.of("-"));
    return isPipe
        ? "nothing was judged: there is no object in what came through standard input;"
            + " did the command before the pipe fail?"
        : "nothing was judged: there is no whole object in " + String.join(", ", paths)
            + advice(command);
  }

  private String advice(String command) {
    String pipe = " | seaworthy " + command + " -";
    List<String> buildable = tally.buildable();
    if (!buildable.isEmpty()) {
      String folder = buildable.get(buildable.size() - 1);
      return "; judge what kustomize builds of it: kubectl kustomize " + folder + pipe
          + ", or seaworthy dry-run " + folder
          + ", which builds and plays it, or name its base, too";
    }
    if (isAmong(OF_KUSTOMIZE)) {
      return "; what is there is for a kustomization elsewhere to use: name the folder of that";
    }
    if (isAmong(OF_TEMPLATES)) {
      return "; judge what the templates make: helm template CHART" + pipe;
    }
    return isAmong(LEFT_OUT)
        ? "; what is hidden, ignored, excluded or linked there was passed over:"
            + " --not-kubernetes note tells which"
        : "; manifests end in .yaml, .yml or .json and have an apiVersion and a kind";
  }

  private boolean isAmong(Set<ProblemCode> codes) {
    return codes.stream().anyMatch(code -> tally.passedOver(code.code()) > 0);
  }
}
