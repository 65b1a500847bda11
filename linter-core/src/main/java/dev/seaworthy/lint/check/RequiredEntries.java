package dev.seaworthy.lint.check;

import com.google.re2j.Pattern;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** Labels or annotations that must be there, each with a pattern that its whole value must match. */
final class RequiredEntries {

  private RequiredEntries() {}

  /**
   * What is missing or wrong among the entries at {@code place}.
   *
   * @param wanted patterns by key
   * @param what one entry is called, to speak of it
   */
  static List<Finding> check(InputObject object, FieldPath place, Node wanted, String what) {
    List<Finding> findings = new ArrayList<>();
    for (Mapping.Entry entry : wanted.entries()) {
      Node value = object.at(place).get(entry.key());
      String pattern = entry.value().text();
      if (value.isAbsent()) {
        String message = "the " + what + " " + entry.key() + " is missing";
        findings.add(Finding.at(object, place, message));
      } else if (!Pattern.compile(pattern).matches(value.text())) {
        findings.add(Finding.at(
            object,
            place.key(entry.key()),
            "the " + what + " " + entry.key() + " is '" + value.text() + "', must match "
                + pattern));
      }
    }
    return findings;
  }
}
