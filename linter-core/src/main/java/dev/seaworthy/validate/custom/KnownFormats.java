package dev.seaworthy.validate.custom;

/** Whether a schema's format means anything to the server. */
public final class KnownFormats {

  private KnownFormats() {}

  /** Whether the format is passed over. */
  public static boolean isUnknown(String type, String format) {
    return !format.isEmpty() && !Formats.isKnown(type, format);
  }
}
