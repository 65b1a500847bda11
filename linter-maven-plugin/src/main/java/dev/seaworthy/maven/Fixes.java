package dev.seaworthy.maven;

/** What a goal may change in the manifests. */
public enum Fixes {
  /** Nothing: it only tells. */
  NONE,
  /** What leaves the meaning of objects as it is. */
  SAFE,
  /** What only a person can judge, too. */
  ALSO_UNSAFE
}
