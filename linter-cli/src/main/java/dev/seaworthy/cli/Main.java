package dev.seaworthy.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** The command {@code seaworthy}. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    // Spares picocli a search for Groovy on the class path.
    System.setProperty("picocli.disable.closures", "true");
    Console console = Console.ofSystem();
    int status = run(console, args);
    console.out().flush();
    console.err().flush();
    Runtime.getRuntime().halt(status);
  }

  /** Runs one command; the result is its exit status. */
  static int run(Console console, String... args) {
    if (args.length == 0) {
      console.err().print(commandLine(console, "").getUsageMessage(Ansi.OFF));
      return ExitStatus.FAILURE;
    }
    if (args.length == 1 && RootCommand.VERSION.contains(args[0])) {
      // Spares the whole model of the command line for three lines.
      List.of(Version.lines()).forEach(console.out()::println);
      return ExitStatus.OK;
    }
    int status = commandLine(console, args[0]).execute(args);
    if (console.out().checkError()) {
      console.err().println("seaworthy: cannot write to standard output");
      return ExitStatus.FAILURE;
    }
    return status;
  }

  private static CommandLine commandLine(Console console, String wanted) {
    CommandLine line = Commands.only(wanted, console);
    line.setOut(console.out())
        .setErr(console.err())
        .setUsageHelpWidth(console.width())
        .setUsageHelpLongOptionsMaxWidth(32)
        .setCaseInsensitiveEnumValuesAllowed(true)
        // The last one counts, so that a hook, an alias or a script can be overruled.
        .setOverwrittenOptionsAllowed(true)
        .setColorScheme(new CommandLine.Help.ColorScheme.Builder(Ansi.OFF).build())
        .setParameterExceptionHandler((wrong, given) -> badUsage(console, wrong, given))
        .setExecutionExceptionHandler((failure, command, parsed) -> failed(console, failure));
    return line;
  }

  private static int badUsage(Console console, ParameterException wrong, String[] args) {
    console.err().println(BadUsage.of(wrong, Arrays.asList(args)));
    return ExitStatus.FAILURE;
  }

  private static int failed(Console console, Exception failure) {
    if (failure instanceof CommandFailure) {
      console.err().println("seaworthy: " + failure.getMessage());
    } else {
      console
          .err()
          .println(
              "seaworthy: this is a fault in seaworthy itself; please report it with these lines:");
      failure.printStackTrace(console.err());
    }
    return ExitStatus.FAILURE;
  }
}
