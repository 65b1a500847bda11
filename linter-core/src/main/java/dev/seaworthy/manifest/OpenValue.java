package dev.seaworthy.manifest;

import java.util.Set;

/**
 * Values that only an object's way to the cluster fills in: placeholders such as {@code ${CLUSTER}},
 * what SOPS has encrypted, and programs of which ko makes images, {@code ko://example.com/cmd/web}.
 */
public final class OpenValue {

  private static final String ENCRYPTED = "ENC[";

  private static final String PROGRAM = "ko://";

  /**
   * Fields of ordinary text, where a shell's or a dashboard's variables look like placeholders, and
   * schemas of kinds, which tell of the values that others write.
   */
  private static final Set<String> TEXTS =
      Set.of("command", "args", "data", "stringData", "description", "openAPIV3Schema");

  private OpenValue() {}

  /** Whether {@code text} is one. */
  public static boolean is(String text) {
    return Placeholder.isIn(text) || isEncrypted(text) || text.startsWith(PROGRAM);
  }

  /**
   * Whether {@code text} is one and nothing else, so that it is one even in a field of ordinary text.
   */
  public static boolean isAll(String text) {
    return Placeholder.isAll(text) || isEncrypted(text);
  }

  /** {@code text} with something in the place of what is open; nothing is known of what is encrypted. */
  public static String filled(String text) {
    if (isEncrypted(text)) {
      return "";
    }
    return text.startsWith(PROGRAM)
        ? text.substring(text.lastIndexOf('/') + 1)
        : Placeholder.filled(text);
  }

  public static boolean isEncrypted(String text) {
    return text.startsWith(ENCRYPTED);
  }

  /** Whether what looks like a placeholder below a field of that name is none. */
  public static boolean isText(String field) {
    return TEXTS.contains(field);
  }
}
