package dev.seaworthy.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What one run of the command did. */
record Run(int status, String out, String err) {

  static Run of(String... args) {
    return withInput("", args);
  }

  static Run in(Path folder, String... args) {
    return of(folder, "", args);
  }

  static Run withInput(String input, String... args) {
    return of(Path.of(""), input, args);
  }

  private static Run of(Path folder, String input, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err),
            Map.of("COLUMNS", "100"),
            List.of(),
            folder),
        args);
    return new Run(status, out.toString(), err.toString());
  }
}
