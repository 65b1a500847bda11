package dev.seaworthy.manifest.edit;

/** What is written in a way in which a change cannot be made, such as by an alias. */
final class NotEditable extends Exception {

  private static final long serialVersionUID = 1;

  NotEditable(String why) {
    // An ordinary answer: nobody looks at the stack.
    super(why, null, false, false);
  }
}
