package dev.seaworthy.validate.custom;

/** Whether a schema's format means anything to the server. */
public final class KnownFormats {

  private KnownFormats() {}

  /** Whether the format is passed over. */
  public static boolean isUnknown(String type, String format) {
    if (format.isEmpty()) {
      return false;
    }
    return type.equals("integer") || type.equals("number")
        ? !Formats.isNumber(format)
        : !Formats.isText(format);
  }
}
