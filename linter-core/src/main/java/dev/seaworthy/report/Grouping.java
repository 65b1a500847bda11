package dev.seaworthy.report;

/** What findings are put together by, where people read them. */
public enum Grouping {
  /** File by file, the gravest first; what is told of one place is one group. */
  FILE,
  /** Rule by rule, the gravest and most frequent first. */
  RULE,
  /** Object by object, in the order of the input. */
  OBJECT
}
