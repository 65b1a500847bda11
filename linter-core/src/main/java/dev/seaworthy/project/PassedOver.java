package dev.seaworthy.project;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.ProblemCode;
import java.nio.file.Path;

/** Notes of what is not looked at: nothing is lost in silence. */
final class PassedOver {

  private PassedOver() {}

  static Diagnostic note(ProblemCode why, String name, String message) {
    return Diagnostic.of(why.code(), Severity.INFO, message, Location.ofFile(name));
  }

  static Diagnostic hidden(String name) {
    return note(
        ProblemCode.HIDDEN, name, "what is hidden is not looked at; name it to have it judged");
  }

  /** A link that is not followed: whoever clones a repository gets it, and it holds nothing itself. */
  static Diagnostic link(Path link, String why) {
    return note(ProblemCode.LINK, InputSource.nameOf(link), "the link " + why);
  }

  static Diagnostic ofGo(String name) {
    return note(
        ProblemCode.IGNORED,
        name,
        "what Go has copied of other projects is not looked at; name it to have it judged");
  }

  /** Git may know the file none the less: rules do not concern what was added before them. */
  static Diagnostic ignored(String name) {
    return note(
        ProblemCode.IGNORED, name, "an ignore file leaves this out; name it to have it judged");
  }
}
