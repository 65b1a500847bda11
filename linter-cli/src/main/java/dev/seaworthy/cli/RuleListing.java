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
    void print(List<Rule> rules, PrintWriter out) {
      int widest = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
      for (Rule rule : rules) {
        String severity = rule.severity().word();
        out.println(rule.id() + " ".repeat(widest - rule.id().length()) + "  " + severity
            + " ".repeat(9 - severity.length()) + rule.title());
      }
      out.println("\n" + rules.size() + " rules; seaworthy rules explain RULE tells more of one.");
    }
  },

  json {
    @Override
    void print(List<Rule> rules, PrintWriter out) {
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

  abstract void print(List<Rule> rules, PrintWriter out);
}
