package dev.seaworthy.validate.custom;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.api.crd.ValueRules;
import dev.seaworthy.cel.GoPattern;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Length, pattern and format of texts; the first of them that a text breaks is told. */
final class TextRules {

  /** Compiled once for all objects of a kind; definitions hold a few hundred at most. */
  private static final int MOST_PATTERNS = 2_000;

  /**
   * Letters of a text times those of its pattern: the time that a search takes, some seconds at the
   * most.
   */
  private static final long MOST_WORK = 1_000_000_000;

  private static final Map<String, Optional<Pattern>> PATTERNS = new ConcurrentHashMap<>();

  private TextRules() {}

  static Outcome of(StructuralSchema schema, String text, FieldPath path) {
    ValueRules rules = schema.rules();
    long length = text.codePointCount(0, text.length());
    if (rules.maxLength().isPresent() && length > rules.maxLength().getAsLong()) {
      return Outcome.of(FieldError.of(
          CauseType.TOO_LONG,
          path,
          "maxLength",
          "has " + length + " characters, must have at most "
              + rules.maxLength().getAsLong()));
    }
    if (rules.minLength().isPresent() && length < rules.minLength().getAsLong()) {
      return wrong(
          path,
          "minLength",
          "has " + length + " characters, must have at least "
              + rules.minLength().getAsLong());
    }
    return rules
        .pattern()
        .flatMap(pattern -> mismatch(pattern, text))
        .map(mismatch -> wrong(path, "pattern", mismatch))
        .orElseGet(Outcome::new);
  }

  private static Optional<String> mismatch(String pattern, String text) {
    if ((long) pattern.length() * text.length() > MOST_WORK) {
      return Optional.of("cannot be judged: its " + text.length()
          + " characters, held against a pattern of " + pattern.length() + ", are too much work");
    }
    return matches(pattern, text)
        ? Optional.empty()
        : Optional.of("is '" + text + "', must match " + pattern);
  }

  static Outcome format(String format, String text, FieldPath path) {
    if (Formats.matches(format, text)) {
      Outcome outcome = new Outcome();
      outcome.pass();
      return outcome;
    }
    return Outcome.of(FieldError.of(
        CauseType.TYPE_INVALID,
        path,
        "format",
        "is '" + text + "', must have the format " + format));
  }

  private static Outcome wrong(FieldPath path, String origin, String message) {
    return Outcome.of(FieldError.of(CauseType.INVALID, path, origin, message));
  }

  /** A pattern that is none of RE2 matches nothing: the server would not have taken it. */
  private static boolean matches(String pattern, String text) {
    Optional<Pattern> compiled = PATTERNS.get(pattern);
    if (compiled == null) {
      compiled = compile(pattern);
      if (PATTERNS.size() < MOST_PATTERNS) {
        PATTERNS.put(pattern, compiled);
      }
    }
    return compiled.filter(it -> it.matcher(text).find()).isPresent();
  }

  private static Optional<Pattern> compile(String pattern) {
    try {
      return Optional.of(GoPattern.compile(pattern));
    } catch (PatternSyntaxException unknown) {
      return Optional.empty();
    }
  }
}
