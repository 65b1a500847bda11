package dev.seaworthy.validate;

/** What the API server does with a request, in its order. The first stage that objects answers. */
public enum Stage {
  /** Which kind is it? */
  RECOGNISE,
  /** Do the fields exist, once each, with values of their types? (400) */
  DECODE,
  /** What it fills in and turns away before it judges: a missing namespace, an unknown class. (403) */
  MUTATING_ADMISSION,
  /** Do the values make sense? (422 with causes) */
  VALIDATE,
  /** Do the cluster's policies allow it? (403) */
  VALIDATING_ADMISSION
}
