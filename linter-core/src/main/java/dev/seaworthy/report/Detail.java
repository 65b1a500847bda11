package dev.seaworthy.report;

/** How much a report for people says. */
public enum Detail {
  /** A line for each thing that was found, and nothing else. */
  BRIEF,
  /** What was found, with its place in the text and what to do. */
  USUAL,
  /** The same, and of each object what the API server would answer. */
  FULL
}
