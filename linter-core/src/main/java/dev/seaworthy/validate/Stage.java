package dev.seaworthy.validate;

/** What the API server does with a request, in its order. The first stage that objects answers. */
public enum Stage {
  /** Which kind is it? */
  RECOGNISE("recognise"),
  /** Do the fields exist, once each, with values of their types? (400) */
  DECODE("decode"),
  /** What has no value and gets one? Objects to nothing. */
  DEFAULT("default"),
  /**
   * What plug-ins fill in and turn away before it is judged: a missing namespace, an unknown class.
   * (403)
   */
  MUTATING_ADMISSION("mutating admission"),
  /** Do the values make sense? (422 with causes) */
  VALIDATE("validate"),
  /** Do the cluster's policies allow it? (403) */
  VALIDATING_ADMISSION("validating admission");

  private final String word;

  Stage(String word) {
    this.word = word;
  }

  /** The stage in words, as answers name it. */
  public String word() {
    return word;
  }
}
