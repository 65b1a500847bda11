package dev.seaworthy.apply;

import java.util.Arrays;
import java.util.List;

/** JSON pointers (RFC 6901), as patches name places by them. */
public final class JsonPointer {

  private JsonPointer() {}

  /** The steps of a pointer; none for the whole document. */
  public static List<String> steps(String pointer) {
    return Arrays.stream(pointer.split("/", -1))
        .skip(1)
        .map(step -> step.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  /** The pointer to where the steps lead. */
  public static String of(List<String> steps) {
    StringBuilder pointer = new StringBuilder();
    for (String step : steps) {
      pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
