package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Diagnostic.Subject;

/** What fixes are for: what a rule finds in an object. */
record FixTarget(String file, String kind, String namespace, String name, String rule) {

  private static final Subject NOTHING = new Subject("", "", "", "");

  static FixTarget of(Diagnostic finding) {
    Subject subject = finding.subject().orElse(NOTHING);
    return new FixTarget(
        finding.place().file(),
        subject.kind(),
        subject.namespace(),
        subject.name(),
        finding.code());
  }

  boolean isOf(String otherFile, Subject subject) {
    return file.equals(otherFile)
        && kind.equals(subject.kind())
        && namespace.equals(subject.namespace())
        && name.equals(subject.name());
  }
}
