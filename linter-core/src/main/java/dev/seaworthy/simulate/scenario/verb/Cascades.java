package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.server.Deletion;
import java.util.Locale;

/** How what an object owns goes with it. */
final class Cascades {

  private Cascades() {}

  /** What {@code cascade} says: background where it says nothing. */
  static Deletion read(Arguments in) {
    String word = in.text("cascade");
    for (Deletion.Cascade cascade : Deletion.Cascade.values()) {
      if (cascade.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Deletion.NORMAL.cascading(cascade);
      }
    }
    if (!word.isEmpty()) {
      in.problem(in.field("cascade"), "'cascade' must be background, foreground or orphan");
    }
    return Deletion.NORMAL.cascading(Deletion.Cascade.BACKGROUND);
  }
}
