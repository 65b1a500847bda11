package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Span;
import java.io.UncheckedIOException;
import java.util.Set;

/** What can go wrong around an answer, as diagnostics; files' own faults are told by the reader. */
public final class Problems {

  /** The code for a file that is there but cannot be read. */
  public static final String UNREADABLE = "unreadable";

  /** The code for a fault in the product itself. */
  public static final String FAULT = "internal-fault";

  private static final Set<String> OF_THE_WORK = Set.of(UNREADABLE, FAULT);
  private static final int FRAMES = 3;

  private Problems() {}

  /** Whether the work itself could not be done, as against something being wrong with manifests. */
  public static boolean isFailure(Diagnostic diagnostic) {
    return OF_THE_WORK.contains(diagnostic.code());
  }

  /** The schema that describes the object of {@code document} can't be used. */
  public static Diagnostic unreadableSchema(Document document, UncheckedIOException unreadable) {
    Span span = document.root().span();
    return Diagnostic.of(
        UNREADABLE,
        Severity.ERROR,
        "this object could not be judged: " + unreadable.getMessage(),
        Location.ofPoint(document.file(), span.line(), span.column()));
  }

  /** We failed at {@code document}. */
  public static Diagnostic fault(Document document, Throwable fault) {
    Span span = document.root().span();
    return Diagnostic.of(
            FAULT,
            Severity.ERROR,
            "a fault in seaworthy kept this object from being judged: " + fault,
            Location.ofPoint(document.file(), span.line(), span.column()))
        .withRemedy("please report it with the object and this: " + origin(fault));
  }

  private static String origin(Throwable fault) {
    StringBuilder frames = new StringBuilder();
    StackTraceElement[] trace = fault.getStackTrace();
    for (int i = 0; i < Math.min(FRAMES, trace.length); i++) {
      frames.append(i == 0 ? "" : " < ").append(trace[i]);
    }
    return frames.toString();
  }
}
