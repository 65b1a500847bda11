package dev.seaworthy.cli;

import dev.seaworthy.Input;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.UnreadableInput;
import dev.seaworthy.judge.UpdateAs;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What was applied before, so that objects are judged as changes of it. */
final class UpdateOptions {

  private @Nullable String previous;
  private @Nullable String revision;
  private UpdateAs updateAs = UpdateAs.APPLY;

  void addTo(CommandSpec spec) {
    addPreviousTo(spec);
    spec.addOption(Options.value("HOW", UpdateAs.class, given -> updateAs = given, "--update-as")
        .description(
            "${COMPLETION-CANDIDATES}: how an update is sent, as by kubectl; default: apply.")
        .build());
  }

  /** Only what says what was applied before, for who applies as kubectl apply does. */
  void addPreviousTo(CommandSpec spec) {
    spec.addOption(Options.value("PATH", String.class, given -> previous = given, "--previous")
        .description("Objects as they were applied last; one found there is judged as an update.")
        .build());
    spec.addOption(Options.value("GITREV", String.class, given -> revision = given, "--against")
        .description(
            "Like --previous, with the files of PATH as of a revision of their git repository: a "
                + "branch, a tag or a commit.")
        .build());
  }

  /** Whether anything was said of what was before. */
  boolean areGiven() {
    return previous != null || revision != null;
  }

  /** {@code seaworthy}, which judges what was there before as changed. */
  Seaworthy compare(Seaworthy seaworthy, List<String> paths, Console console)
      throws UnreadableInput {
    if (previous != null && revision != null) {
      throw new CommandFailure(
          "--previous and --against both say what was before: leave one of them out");
    }
    if (previous != null) {
      return over(given(previous, console), seaworthy);
    }
    return revision == null ? seaworthy : over(atRevision(revision, paths, console), seaworthy);
  }

  private static Input given(String path, Console console) {
    Input old = Input.paths(List.of(path), console.in());
    if (old.isEmpty()) {
      throw new CommandFailure("--previous " + path + ": there is no manifest in it");
    }
    return old;
  }

  private static Input atRevision(String revision, List<String> paths, Console console) {
    if (paths.contains("-")) {
      throw new CommandFailure("--against " + revision
          + ": standard input is in no git repository; --previous PATH names what was before it");
    }
    try {
      return Input.atRevision(console.folder(), paths.isEmpty() ? List.of(".") : paths, revision);
    } catch (IOException noRevision) {
      throw new CommandFailure("--against " + revision + ": " + noRevision.getMessage());
    }
  }

  private Seaworthy over(Input old, Seaworthy seaworthy) throws UnreadableInput {
    return switch (updateAs) {
      case APPLY -> seaworthy.applyingOver(old);
      case SERVER_SIDE_APPLY -> seaworthy.applyingServerSideOver(old);
      case REPLACE -> seaworthy.replacing(old);
    };
  }
}
