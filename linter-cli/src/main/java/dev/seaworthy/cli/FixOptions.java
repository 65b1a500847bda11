package dev.seaworthy.cli;

import dev.seaworthy.FixReport;
import dev.seaworthy.FixedFile;
import dev.seaworthy.Fixing;
import dev.seaworthy.Input;
import dev.seaworthy.LintReport;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.manifest.FileProblem;
import dev.seaworthy.manifest.StreamFile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;

/** Whether to mend what is found, or to show how it could be. */
final class FixOptions {

  private boolean safe;
  private boolean unsafe;
  private boolean diff;
  private boolean told;

  void addTo(CommandSpec spec) {
    spec.addOption(Options.flag(
        "--fix",
        "Mend what can be mended so that objects mean the same afterwards, in the files; report"
            + " what is left.",
        given -> safe = given));
    spec.addOption(Options.flag(
        "--fix-unsafe",
        "Mend, too, what only you can judge, such as rights that the program may need.",
        given -> unsafe = given));
    spec.addOption(Options.flag(
        "--diff",
        "Show what --fix, or --fix-unsafe, would change, and write nothing; exit with 1 if there is"
            + " anything.",
        given -> diff = given));
    spec.addOption(Options.flag(
        "--show-fixes",
        "JSON: tell for each finding what would mend it, which takes longer; SARIF always does.",
        given -> told = given));
  }

  /** Whether anything is to be mended, or shown. */
  boolean areGiven() {
    return safe || unsafe || diff;
  }

  /** Whether reports that can are to tell what would mend a finding. */
  boolean areTold() {
    return told;
  }

  /** Whether the difference is shown in place of a report. */
  boolean showDifference() {
    return diff;
  }

  /** There must be files to write to. */
  void check(List<String> paths, boolean staged, boolean updatesBaseline) {
    if (!areGiven()) {
      return;
    }
    String option = diff ? "--diff" : unsafe ? "--fix-unsafe" : "--fix";
    if (paths.contains("-")) {
      throw new CommandFailure(option + " mends files, and standard input is none; name the file");
    }
    for (String path : paths) {
      if (isStream(path)) {
        throw new CommandFailure(option + " mends files, and " + path + " is none; name the file");
      }
    }
    if (staged) {
      throw new CommandFailure(option + " mends files as they lie there, not as they are staged;"
          + " leave out --staged, name the files, and stage them again");
    }
    if (updatesBaseline) {
      throw new CommandFailure("mend first, and then take down what is left: " + option
          + " and --update-baseline are two runs");
    }
  }

  private static boolean isStream(String path) {
    try {
      return StreamFile.isOne(Path.of(path));
    } catch (InvalidPathException pattern) {
      return false;
    }
  }

  /** What is mended in {@code input}; {@code known} leaves out of a report what is to be left alone. */
  FixReport fix(Seaworthy seaworthy, Input input, UnaryOperator<LintReport> known) {
    Fixing fixing = (unsafe ? Fixing.alsoUnsafe() : Fixing.safe()).without(known);
    return seaworthy.fix(input, fixing);
  }

  /** Prints the difference; the exit status tells whether there is one. */
  static int show(FixReport report, Console console) {
    for (FixedFile file : report.files()) {
      console.out().print(file.diff());
    }
    console.out().flush();
    tellOfOtherEncodings(report, console);
    console.tell("seaworthy: " + report.sentence("could be mended") + "; nothing is written");
    return report.files().isEmpty() ? ExitStatus.OK : ExitStatus.FINDINGS;
  }

  /**
   * Writes the files, as many as can be, and says which and why not.
   *
   * @return whether all are written
   */
  static boolean write(FixReport report, Console console) {
    List<FixedFile> written = new ArrayList<>();
    for (FixedFile file : report.files()) {
      try {
        file.write();
        written.add(file);
      } catch (IOException refused) {
        console.tell(
            "seaworthy: cannot mend " + file.before().file() + ": " + FileProblem.named(refused));
      }
    }
    tellOfOtherEncodings(report, console);
    console.tell("seaworthy: " + new FixReport(written, report.remaining()).sentence("mended"));
    return written.size() == report.files().size();
  }

  private static void tellOfOtherEncodings(FixReport report, Console console) {
    report
        .inOtherEncodings()
        .forEach(file -> console.tell("seaworthy: " + file + " is left as it is: it is UTF-16, and"
            + " only UTF-8 is written; save it as UTF-8 first"));
  }
}
