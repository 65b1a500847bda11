package dev.seaworthy.apply;

/** The forms in which a client can send a change. */
public enum PatchType {
  /** JSON merge patch (RFC 7386). */
  MERGE,
  /** Strategic merge patch, which only built-in kinds know. */
  STRATEGIC,
  /** JSON Patch (RFC 6902). */
  JSON
}
