package dev.seaworthy.manifest;

import java.util.regex.Pattern;

/** Texts that YAML reads as the texts they are, without quotes. */
public final class PlainText {

  /** Narrower than YAML: nothing in it could be taken for the beginning of something else. */
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./:@+-]*");

  private PlainText() {}

  /** Whether {@code text} needs no quotes, as a key or a value, in block or in flow style. */
  public static boolean is(String text) {
    return HARMLESS.matcher(text).matches()
        && !text.endsWith(":")
        && ScalarResolver.resolve(text).kind() == Scalar.Kind.STRING;
  }
}
