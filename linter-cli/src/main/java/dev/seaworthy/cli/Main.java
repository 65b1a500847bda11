package dev.seaworthy.cli;

import dev.seaworthy.manifest.DeepStack;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** The command {@code seaworthy}. */
public final class Main implements Runnable {

  private final String[] args;

  private Main(String... args) {
    this.args = args;
  }

  public static void main(String[] args) {
    // Spares picocli a search for Groovy on the class path.
    System.setProperty("picocli.disable.closures", "true");
    // Of its own, as what follows the nesting of a file needs a deep stack. No lambda: it would be
    // the one that no rehearsal makes, and to build it takes a twentieth of a start.
    new Thread(null, new Main(args), "seaworthy", DeepStack.BYTES).start();
  }

  @Override
  public void run() {
    runAndHalt(args);
  }

  private static void runAndHalt(String... args) {
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
    int status = execute(console, args);
    Optional<String> complaint = ConsoleWriter.complaint(console.out());
    complaint.ifPresent(words -> console.tell("seaworthy: " + words));
    return complaint.isPresent() ? ExitStatus.FAILURE : status;
  }

  /** Runs one command within another's run, which tells at its end whether all was written. */
  static int execute(Console console, String... args) {
    try {
      if (args.length == 1 && RootCommand.VERSION.contains(args[0])) {
        // Spares the whole model of the command line for three lines.
        List.of(Version.lines()).forEach(console.out()::println);
        return ExitStatus.OK;
      }
      Callable<Integer> plain = PlainCall.of(console, args);
      return plain == null ? commandLine(console, args[0]).execute(args) : plain.call();
    } catch (Exception | Error fault) {
      return Failures.tell(fault, console);
    }
  }

  private static CommandLine commandLine(Console console, String wanted) {
    CommandLine line = Commands.only(wanted, console);
    line.setOut(console.out())
        .setErr(console.err())
        .setUsageHelpWidth(console.width())
        .setUsageHelpLongOptionsMaxWidth(32)
        // The last one counts, so that a hook, an alias or a script can be overruled.
        .setOverwrittenOptionsAllowed(true)
        .setColorScheme(new CommandLine.Help.ColorScheme.Builder(Ansi.OFF).build())
        .setExecutionStrategy(parsed -> {
          EmptyValues.refuse(parsed);
          return new CommandLine.RunLast().execute(parsed);
        })
        .setParameterExceptionHandler((wrong, given) -> badUsage(console, wrong, given))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> Failures.tell(failure, console));
    return line;
  }

  private static int badUsage(Console console, ParameterException wrong, String[] args) {
    console.tell(BadUsage.of(wrong, Arrays.asList(args)));
    return ExitStatus.FAILURE;
  }
}
