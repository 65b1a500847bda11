package dev.seaworthy.manifest;

/**
 * A change that makes the parser take what kubectl's takes and it does not, such as a comment right
 * after {@code |}.
 *
 * @param at where, in UTF-16 units of the text
 * @param dropped how many of them go
 * @param inserted what comes in their place
 */
record DialectRepair(int at, int dropped, String inserted) {

  String applyTo(String text) {
    return text.substring(0, at) + inserted + text.substring(at + dropped);
  }
}
