package dev.seaworthy.lint;

import java.util.Locale;

/** What a rule is asked of. */
public enum Each {
  /** Every object of the rule's kinds. */
  OBJECT,
  /** Every pod template, whatever object holds it. */
  POD,
  /** Every container of every pod template. */
  CONTAINER,
  /** Every place that names an object of the rule's target kinds. */
  REFERENCE;

  /** Whether such a rule has nothing to look at in an object that makes no pods. */
  boolean isOfPods() {
    return this == POD || this == CONTAINER;
  }

  /** Reads the word of a rule file. */
  static Each of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The word of a rule file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
