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
    String what = (subject.kind() + " " + subject.name()).strip();
    return VisibleLine.safe(file.name()) + ":" + object.line() + ": " + VisibleLine.safe(what)
        + ": " + words(object.answer());
  }

  private static String words(ServerAnswer answer) {
    String words = answer.refusal().orElse(answer.code() + " accepted").replaceFirst(" ", ", ");
    return answer.isOnlyForDryRun() ? words + "; a dry run takes it" : words;
  }
}
