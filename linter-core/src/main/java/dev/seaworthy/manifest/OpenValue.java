package dev.seaworthy.manifest;

import java.util.Set;

/**
 * Values that only an object's way to the cluster fills in: placeholders such as {@code ${CLUSTER}}, and
 * what SOPS has encrypted.
 */
public final class OpenValue {

  private static final String ENCRYPTED = "ENC[";

  /** Fields of ordinary text, where a shell's or a dashboard's variables look like placeholders. */
  private static final Set<String> TEXTS = Set.of("command", "args", "data", "stringData");

  private OpenValue() {}

  /** Whether {@code text} is one. */
  public static boolean is(String text) {
    return Placeholder.isIn(text) || isEncrypted(text);
  }

  public static boolean isEncrypted(String text) {
    return text.startsWith(ENCRYPTED);
  }

  /** Whether what looks like a placeholder below a field of that name is none. */
  public static boolean isText(String field) {
    return TEXTS.contains(field);
  }
}
