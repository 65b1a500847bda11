package dev.seaworthy.report.text;

import dev.seaworthy.diagnostic.Severity;

/** The colours of a terminal, or none. Without them nothing is lost. */
public enum Palette {
  PLAIN,
  COLOURED;

  private static final String ESCAPE = "\u001B[";

  String bold(String text) {
    return paint("1", text);
  }

  /** What frames the text and should not catch the eye. */
  String frame(String text) {
    return paint("2", text);
  }

  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> paint("1;31", text);
      case WARNING -> paint("1;33", text);
      case INFO -> paint("1;36", text);
    };
  }

  String good(String text) {
    return paint("32", text);
  }

  private String paint(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
  }
}
