package dev.seaworthy.manifest;

import dev.seaworthy.manifest.ScalarResolver.Resolved;
import org.jspecify.annotations.Nullable;

/**
 * Keys and scalars that stand on one line, for {@link SimpleYaml}. What it does not know for certain
 * it gives up on, by null or false: then the full parser has its turn.
 */
final class ScalarScanner {

  /** As libyaml: a key that is longer must be marked by {@code ?}. */
  private static final int LONGEST_KEY = 1_000;

  private final byte[] text;
  private final int end;
  private final SharedTexts texts;
  private final LineCursor in;

  ScalarScanner(byte[] text, int end, SharedTexts texts, LineCursor in) {
    this.text = text;
    this.end = end;
    this.texts = texts;
    this.in = in;
  }

  /** A key and what it was written as. */
  record Key(String text, Resolved.Type type, Span span) {}

  /** Whether {@code key:} stands here. */
  boolean startsKey() {
    int colon = endOfKey();
    return colon >= 0 && colon - in.offset() <= LONGEST_KEY;
  }

  /** The key that stands here; afterwards the cursor is behind its colon. */
  @Nullable
  Key key() {
    int start = in.offset();
    int colon = endOfKey();
    if (colon < 0 || colon - start > LONGEST_KEY) {
      return null;
    }
    byte first = text[start];
    if (first == '"' || first == '\'') {
      Scalar quoted = quoted();
      in.advance();
      return quoted == null ? null : new Key(quoted.value(), Resolved.Type.TEXT, quoted.span());
    }
    Resolved resolved = texts.key(text, start, colon);
    in.moveTo(colon);
    Span span = in.spanFrom(start);
    in.advance();
    return resolved.key() == null ? null : new Key(resolved.key(), resolved.type(), span);
  }

  /** Where the colon of a key that starts here is; -1 if there is none on this line. */
  private int endOfKey() {
    byte first = in.current();
    if (first == '"' || first == '\'') {
      int close = closingQuote(first);
      return close >= 0 && in.byteAt(close + 1) == ':' && in.isBlank(close + 2) ? close + 1 : -1;
    }
    if (!startsPlain()) {
      return -1;
    }
    for (int i = in.offset(); i < end && text[i] != '\n'; i++) {
      byte b = text[i];
      if (b == ':' && in.isBlank(i + 1)) {
        return text[i - 1] == ' ' ? -1 : i;
      }
      if (b == '\t' || (b == '#' && text[i - 1] == ' ')) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether a scalar without quotes starts here, by the characters that every parser agrees on. */
  private boolean startsPlain() {
    return switch (in.current()) {
      case '-' -> {
        int next = in.offset() + 1;
        yield !in.isBlank(next) && in.byteAt(next) != '\t';
      }
      case '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@' ->
        false;
      case '`', '\n', '\t', '<', '=' -> false;
      default -> true;
    };
  }

  /** The scalar without quotes that fills the rest of the line, a comment apart. */
  @Nullable
  Scalar plain() {
    if (!startsPlain()) {
      return null;
    }
    int start = in.offset();
    int last = start;
    for (int i = start; i < end && text[i] != '\n'; i++) {
      byte b = text[i];
      if ((b == ':' && in.isBlank(i + 1)) || b == '\t') {
        return null;
      }
      if (b == '#' && text[i - 1] == ' ') {
        break;
      }
      if (b != ' ') {
        last = i;
      }
    }
    return plain(start, last + 1);
  }

  /** As {@link #plain()}, in a flow collection: up to its next punctuation. */
  @Nullable
  Scalar flowPlain() {
    if (!startsPlain()) {
      return null;
    }
    int start = in.offset();
    int last = start;
    for (int i = start; i < end && !isFlowEnd(text[i]); i++) {
      byte b = text[i];
      if (b == ':' || b == '\t' || b == '#' || b == '?') {
        return null;
      }
      if (b != ' ') {
        last = i;
      }
    }
    return plain(start, last + 1);
  }

  private static boolean isFlowEnd(byte b) {
    return b == ',' || b == ']' || b == '}' || b == '[' || b == '{' || b == '\n';
  }

  private @Nullable Scalar plain(int start, int behind) {
    in.moveTo(behind);
    Span span = in.spanFrom(start);
    Resolved resolved = texts.plain(text, start, behind);
    String value = resolved.json();
    return value == null ? null : new Scalar(resolved.kind(), value, span);
  }

  /** The key of a flow mapping; afterwards the cursor is behind its colon. */
  @Nullable
  Key flowKey() {
    byte first = in.current();
    if (first == '"' || first == '\'') {
      return startsKey() ? key() : null;
    }
    if (!startsPlain()) {
      return null;
    }
    int colon = in.offset();
    while (colon < end && !isFlowEnd(text[colon]) && text[colon] != ':') {
      byte b = text[colon];
      if (b == '\t' || b == '#' || b == '?') {
        return null;
      }
      colon++;
    }
    return in.byteAt(colon) == ':' && in.byteAt(colon + 1) == ' ' && text[colon - 1] != ' '
        ? key()
        : null;
  }

  /** The scalar in quotes that starts here and ends on the same line. */
  @Nullable
  Scalar quoted() {
    int start = in.offset();
    byte quote = text[start];
    int close = closingQuote(quote);
    if (close < 0) {
      return null;
    }
    String inner = texts.text(text, start + 1, close);
    in.moveTo(close + 1);
    if (quote == '\'') {
      return Scalar.of(inner.replace("''", "'"), in.spanFrom(start));
    }
    String value = inner.indexOf('\\') < 0 ? inner : unescaped(inner);
    return value == null ? null : Scalar.of(value, in.spanFrom(start));
  }

  private int closingQuote(byte quote) {
    for (int i = in.offset() + 1; i < end && text[i] != '\n'; i++) {
      byte b = text[i];
      if (b == '\\' && quote == '"') {
        i++;
      } else if (b == quote) {
        if (quote == '\'' && in.byteAt(i + 1) == quote) {
          i++;
        } else {
          return i;
        }
      }
    }
    return -1;
  }

  private static @Nullable String unescaped(String inner) {
    StringBuilder out = new StringBuilder(inner.length());
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c == '\\') {
        i++;
        c = escaped(inner.charAt(i));
        if (c == 0) {
          return null;
        }
      }
      out.append(c);
    }
    return out.toString();
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case '"', '\\' -> c;
      default -> 0;
    };
  }
}
