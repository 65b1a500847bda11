package dev.seaworthy.cli;

import dev.seaworthy.Input;
import dev.seaworthy.Project;
import dev.seaworthy.UnreadableInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** What to look at beside the files that are judged, so that rules know what belongs to them. */
final class SurroundingsOptions {

  private boolean staged;
  private boolean alone;

  void addTo(CommandSpec spec) {
    spec.addOption(Options.flag(
        "--staged",
        "Judge what git is to commit: the staged files if no PATH is given; in sight of everything"
            + " that is committed or staged.",
        given -> staged = given));
    spec.addOption(Options.flag(
        "--alone",
        "Judge files without a look at those that lie beside them.",
        given -> alone = given));
  }

  /** Whether files are read as git is to commit them. */
  boolean isStaged() {
    return staged;
  }

  /** Finds the configuration that holds for what is to be read: what is to be committed has its own. */
  void configure(InputOptions input, Console console) throws UnreadableInput {
    if (staged && (input.paths().isEmpty() || isCommitting(console))) {
      input.configure(console, () -> staged(input, console));
      input.project().unstaged().forEach(path -> tellOfUnstaged(path, console));
    } else {
      input.configure(console);
    }
  }

  private static void tellOfUnstaged(Path path, Console console) {
    String why = Files.isSymbolicLink(path)
        ? "is a link, of which git commits only where it leads, so it is read as it lies there;"
            + " to commit what it says, make it a file"
        : "is not part of what git is to commit, so it is read as it lies there; to commit it,"
            + " git add it";
    console.tell("seaworthy: " + path + ", which the configuration names, " + why);
  }

  private static Project staged(InputOptions input, Console console) throws UnreadableInput {
    try {
      return Project.staged(console.folder(), input.paths());
    } catch (IOException noRepository) {
      throw noRepository(noRepository);
    }
  }

  private static CommandFailure noRepository(IOException why) {
    return new CommandFailure("--staged needs a git repository: " + why.getMessage());
  }

  Input find(InputOptions input, Console console) {
    if (staged && alone) {
      throw new CommandFailure("--staged and --alone contradict each other: leave one of them out");
    }
    if (staged) {
      return input.excluding(staged(input.paths(), console), console);
    }
    return alone ? input.find(console) : input.findAmidNeighbours(console);
  }

  private static Input staged(List<String> paths, Console console) {
    try {
      return paths.isEmpty()
          ? Input.staged(console.folder())
          : Input.staged(console.folder(), paths, isCommitting(console));
    } catch (IOException noRepository) {
      throw noRepository(noRepository);
    }
  }

  /** Git tells its hooks which index they are to look at. */
  private static boolean isCommitting(Console console) {
    return console.environment().containsKey("GIT_INDEX_FILE");
  }
}
