package dev.seaworthy.validate.check.apiextensions;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A path through a schema, as {@code .spec.name} or {@code .spec['a-b']}. Mirrors the server's
 * ValidFieldPath.
 *
 * @param steps the names on the way
 * @param schema what the path leads to; absent if it leads nowhere
 * @param problem what is wrong with it; empty if nothing is
 */
record SchemaFieldPath(List<String> steps, Node schema, String problem) {

  static SchemaFieldPath find(String path, Node schema, boolean brackets) {
    List<String> steps = new ArrayList<>();
    Node at = schema;
    int i = 0;
    while (i < path.length()) {
      int end;
      String step;
      if (path.charAt(i) == '.') {
        end = i + 1;
        while (end < path.length() && isNamePart(path.charAt(end), end == i + 1)) {
          end++;
        }
        step = path.substring(i + 1, end);
        if (step.isEmpty()) {
          return wrong("must have a name after each dot");
        }
      } else if (path.charAt(i) == '[' && brackets) {
        end = path.indexOf(']', i) + 1;
        if (end < i + 4 || path.charAt(i + 1) != '\'' || path.charAt(end - 2) != '\'') {
          return wrong("must have a name in quotes between brackets, as ['name']");
        }
        step = path.substring(i + 2, end - 2);
      } else {
        return wrong("must be names, each after a dot");
      }
      at = next(at, step);
      if (at.isAbsent()) {
        return wrong("leads to no field of the schema: it has no " + step);
      }
      steps.add(step);
      i = end;
    }
    return steps.isEmpty() ? wrong("must name a field") : new SchemaFieldPath(steps, at, "");
  }

  private static boolean isNamePart(char c, boolean first) {
    return Character.isLetter(c) || c == '_' || (!first && Character.isDigit(c));
  }

  private static Node next(Node schema, String step) {
    Node property = schema.get("properties").get(step);
    return property.isPresent() ? property : schema.get("additionalProperties");
  }

  private static SchemaFieldPath wrong(String problem) {
    return new SchemaFieldPath(List.of(), Absent.INSTANCE, problem);
  }
}
