package dev.seaworthy.validate.constraint;

import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** Where the server reports what is wrong with a value, seen from it: {@code ../name}. */
record RelativePath(int up, String[] down) {

  static RelativePath parse(String text) {
    int up = 0;
    List<String> down = new ArrayList<>();
    for (String step : text.split("/")) {
      if (step.equals("..")) {
        up++;
      } else if (!step.equals(".")) {
        down.add(step);
      }
    }
    return new RelativePath(up, down.toArray(new String[0]));
  }

  FieldPath from(FieldPath value) {
    FieldPath path = value;
    for (int i = 0; i < up; i++) {
      path = path.parent().orElse(FieldPath.ROOT);
    }
    for (String step : down) {
      path = path.child(step);
    }
    return path;
  }
}
