package dev.seaworthy.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A command's name with paths and nothing else, as hooks write it and people mostly do. It needs no
 * parser of options, which would take a quarter of a start.
 */
final class PlainCall {

  private PlainCall() {}

  /** The command over those paths, or null if the words may mean more than that. */
  static @Nullable Callable<Integer> of(Console console, String... args) {
    if (args.length < 2) {
      return null;
    }
    for (int i = 1; i < args.length; i++) {
      if (!isPath(args[i])) {
        return null;
      }
    }
    List<String> paths = List.of(args).subList(1, args.length);
    return switch (args[0]) {
      case "validate" -> new ValidateCommand(console).over(paths);
      case "lint" -> new LintCommand(console).over(paths);
      case "dry-run" -> new DryRunCommand(console).over(paths);
      default -> null;
    };
  }

  /** Neither an option, nor a file of arguments; a lone {@code -} is standard input. */
  private static boolean isPath(String word) {
    return word.equals("-") || !(word.isEmpty() || word.startsWith("-") || word.startsWith("@"));
  }
}
