package dev.seaworthy.cli;

import dev.seaworthy.report.text.VisibleLine;
import java.io.FileDescriptor;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What surrounds a run of the command: everything it may read from or write to but the files that
 * it is told to check. Tests bring their own.
 *
 * @param terminals which of {@code out} and {@code err} a person looks at
 * @param folder the current folder
 */
record Console(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    List<String> terminals,
    Path folder) {

  private static final int NARROWEST = 40;
  private static final int USUAL_WIDTH = 80;
  private static final int WIDEST = 120;

  /** The real one. The launcher tells which streams are terminals; it can find out for less. */
  static Console ofSystem() {
    return new Console(
        System.in,
        ConsoleWriter.to(FileDescriptor.out),
        ConsoleWriter.to(FileDescriptor.err),
        System.getenv(),
        List.of(System.getProperty("seaworthy.terminals", "").split(",")),
        Path.of(""));
  }

  /** Says something on standard error. It may quote arguments and files, whose text is anybody's. */
  void tell(String message) {
    err.println(VisibleLine.safeLines(message));
  }

  boolean outIsTerminal() {
    return terminals.contains("out");
  }

  boolean errIsTerminal() {
    return terminals.contains("err");
  }

  /** Columns of text, from {@code COLUMNS} where it says something sensible. */
  int width() {
    String columns = environment.getOrDefault("COLUMNS", "");
    if (!columns.matches("[0-9]{1,5}")) {
      return USUAL_WIDTH;
    }
    return Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(columns)));
  }
}
