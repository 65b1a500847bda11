package dev.seaworthy.cli;

import dev.seaworthy.lint.Rule;
import dev.seaworthy.manifest.JsonWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeSet;

/** The forms in which rules are listed, by the words that people write. */
enum RuleListing {
  text {
    @Override
    void print(List<Rule> rules, PrintWriter out, int width) {
      int widest = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
      for (Rule rule : rules) {
        String severity = rule.severity().word();
        String start = rule.id() + " ".repeat(widest - rule.id().length()) + "  " + severity
            + " ".repeat(SEVERITY - severity.length());
        int left = Math.max(LEAST_TITLE, width - start.length());
        String indent = " ".repeat(start.length());
        out.println(start + Prose.wrapped(rule.title(), left, "").replace("\n", "\n" + indent));
      }
      out.println("\n" + rules.size() + " rules; seaworthy rules explain RULE tells more of one.");
    }
  },

  json {
    @Override
    void print(List<Rule> rules, PrintWriter out, int width) {
      JsonWriter json = JsonWriter.spaced(out).beginObject().name("rules").beginArray();
      for (Rule rule : rules) {
        json.newLine()
            .beginObject()
            .field("id", rule.id())
            .field("title", rule.title())
            .field("severity", rule.severity().word())
            .field("category", rule.category())
            .name("profiles")
            .beginArray();
        new TreeSet<>(rule.profiles()).forEach(json::value);
        json.endArray().field("since", rule.since()).endObject();
      }
      json.endArray().endObject().finish();
    }
  };

  /** Cells for the severity and what parts it from the title. */
  private static final int SEVERITY = 9;

  /** So many cells a title gets, however narrow the terminal is. */
  private static final int LEAST_TITLE = 20;

  /** Prints {@code rules}; {@code width} is that of a terminal. */
  abstract void print(List<Rule> rules, PrintWriter out, int width);
}
