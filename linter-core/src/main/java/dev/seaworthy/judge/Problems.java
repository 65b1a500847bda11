package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.lint.Linter;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ProblemCode;
import dev.seaworthy.manifest.Span;
import java.io.UncheckedIOException;
import java.util.Set;

/** What can go wrong around an answer, as diagnostics; files' own faults are told by the reader. */
public final class Problems {

  /** The code for a file that is there but cannot be read. */
  public static final String UNREADABLE = "unreadable";

  /** The code for a fault in the product itself. */
  public static final String FAULT = "internal-fault";

  private static final Set<String> OF_THE_WORK = Set.of(UNREADABLE, FAULT, Linter.RULE_FAILED);
  private static final int FRAMES = 3;

  private Problems() {}

  /** Whether the work itself could not be done, as against something being wrong with manifests. */
  public static boolean isFailure(Diagnostic diagnostic) {
    return OF_THE_WORK.contains(diagnostic.code());
  }

  /** The schema that describes the object of {@code document} can't be used. */
  static Diagnostic unreadableSchema(Document document, UncheckedIOException unreadable) {
    return Diagnostic.of(
        UNREADABLE,
        Severity.ERROR,
        "this object could not be judged: " + unreadable.getMessage(),
        placeOf(document));
  }

  /** A file, or a device or a pipe, holds more than is read. */
  static Diagnostic tooLarge(String file, int limit) {
    return Diagnostic.of(
            UNREADABLE,
            Severity.ERROR,
            "has more than " + limit + " bytes, and was not read further",
            Location.ofFile(file))
        .withRemedy("split it into files of fewer objects");
  }

  /** What was to be compared with is not there. */
  public static Diagnostic noObject(Location place) {
    return Diagnostic.of(UNREADABLE, Severity.ERROR, "holds no object to compare with", place)
        .withRemedy("name the manifests as they were applied last");
  }

  /** An object has more problems than are listed. */
  static Diagnostic counted(Document document, int others) {
    return Diagnostic.of(
        ProblemCode.READ_LIMIT.code(),
        Severity.ERROR,
        "this object has " + (document.mayHaveMoreDuplicates() ? "at least " : "") + others
            + " more problems, which are not listed",
        placeOf(document));
  }

  static Location placeOf(Document document) {
    Span span = document.root().span();
    return Location.ofPoint(document.file(), span.line(), span.column());
  }

  /** We failed at what stands at {@code place}. */
  public static Diagnostic fault(Location place, Throwable fault) {
    return Diagnostic.of(
            FAULT,
            Severity.ERROR,
            fault instanceof OutOfMemoryError
                ? "this takes more memory than Java has been given"
                : "a fault in seaworthy kept this from being judged: " + fault,
            place)
        .withRemedy(
            fault instanceof OutOfMemoryError
                ? "split it, or give Java more memory, as with SEAWORTHY_JAVA_OPTS=-Xmx4g"
                : "please report it with the object and this: " + origin(fault));
  }

  /** Where in our code {@code fault} came up, on one line. */
  public static String origin(Throwable fault) {
    StringBuilder frames = new StringBuilder();
    StackTraceElement[] trace = fault.getStackTrace();
    for (int i = 0; i < Math.min(FRAMES, trace.length); i++) {
      frames.append(i == 0 ? "" : " < ").append(trace[i]);
    }
    return frames.toString();
  }
}
