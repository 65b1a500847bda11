package dev.seaworthy.report.text;

import dev.seaworthy.diagnostic.Diagnostic.Subject;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.ObjectReport;
import dev.seaworthy.report.ServerAnswer;

/** What the API server would answer to an object, in a line. */
final class AnswerLine {

  private AnswerLine() {}

  /** {@code web.yaml:1: Service web: 201, accepted}. */
  static String of(FileReport file, ObjectReport object) {
    Subject subject = object.subject();
    ServerAnswer answer = object.answer();
    String what = (subject.kind() + " " + subject.name()).strip();
    String words = answer.accepted() ? "accepted" : answer.reason();
    return VisibleLine.safe(file.name()) + ":" + object.line() + ": " + VisibleLine.safe(what)
        + ": " + answer.code() + ", " + words;
  }
}
