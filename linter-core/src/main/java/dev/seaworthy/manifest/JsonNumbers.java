package dev.seaworthy.manifest;

import dev.seaworthy.manifest.ScalarResolver.Resolved;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of JSON; one that no float64 can hold is no end of the text, only a problem. */
final class JsonNumbers {

  private final byte[] text;
  private final JsonCursor in;
  private @Nullable UnreadableException outOfRange;

  JsonNumbers(byte[] text, JsonCursor in) {
    this.text = text;
    this.in = in;
  }

  /** A number that no float64 can hold, met since this was asked the last time. */
  @Nullable
  UnreadableException takeOutOfRange() {
    UnreadableException taken = outOfRange;
    outOfRange = null;
    return taken;
  }

  /** The number that starts here; afterwards the cursor is behind it. */
  Scalar number() throws UnreadableException {
    int start = in.offset();
    int startColumn = in.column();
    skipNumber();
    String digits = new String(text, start, in.offset() - start, StandardCharsets.ISO_8859_1);
    Resolved resolved = ScalarResolver.resolveJsonNumber(digits);
    if (resolved.json() == null) {
      outOfRange = new UnreadableException(
          ProblemCode.NOT_AN_OBJECT,
          "the number " + digits + " is out of range",
          in.line(),
          startColumn);
      resolved = Resolved.NULL;
    }
    return new Scalar(
        resolved.kind(), String.valueOf(resolved.json()), in.spanFrom(in.line(), startColumn));
  }

  private void skipNumber() throws UnreadableException {
    if (in.peek() == '-') {
      in.advance();
    }
    if (in.peek() == '0') {
      in.advance();
    } else {
      skipDigits();
    }
    if (in.peek() == '.') {
      in.advance();
      skipDigits();
    }
    if (in.peek() == 'e' || in.peek() == 'E') {
      in.advance();
      if (in.peek() == '+' || in.peek() == '-') {
        in.advance();
      }
      skipDigits();
    }
  }

  private void skipDigits() throws UnreadableException {
    if (in.peek() < '0' || in.peek() > '9') {
      throw in.unexpected("a value");
    }
    while (in.peek() >= '0' && in.peek() <= '9') {
      in.advance();
    }
  }
}
