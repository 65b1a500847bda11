package dev.seaworthy.validate.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What paths of files inside a container or volume must look like. */
public enum PathFormat implements StringFormat {
  /** A path from the root. */
  ABSOLUTE(
      "absolute-path",
      path -> path.startsWith("/") ? List.of() : List.of("must be an absolute path")),
  /** A path that does not lead upwards. */
  WITHOUT_BACKSTEPS(
      "path-without-backsteps",
      path -> hasBackstep(path) ? List.of("must not contain '..' as a step") : List.of()),
  /** A path below some folder: relative, and never leading out of it. */
  DESCENDING("descending-path", PathFormat::descending),
  /** A descending path that keeps clear of the names that the kubelet uses itself. */
  DESCENDING_UNRESERVED("descending-unreserved-path", PathFormat::descendingUnreserved),
  /** Text without white space around it. */
  TRIMMED(
      "trimmed",
      text ->
          text.equals(text.strip()) ? List.of() : List.of("must not have white space around it")),
  /** A name that is no path. */
  WITHOUT_SLASH(
      "without-slash", text -> text.contains("/") ? List.of("must not contain '/'") : List.of());

  private final String key;
  private final Function<String, List<String>> rule;

  PathFormat(String key, Function<String, List<String>> rule) {
    this.key = key;
    this.rule = rule;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public List<String> problems(String text) {
    return rule.apply(text);
  }

  private static List<String> descending(String path) {
    List<String> problems = new ArrayList<>(0);
    if (path.startsWith("/")) {
      problems.add("must be a relative path");
    }
    problems.addAll(WITHOUT_BACKSTEPS.problems(path));
    return problems;
  }

  private static List<String> descendingUnreserved(String path) {
    List<String> problems = descending(path);
    if (path.startsWith("..") && !path.startsWith("../")) {
      problems.add("must not start with '..'");
    }
    return problems;
  }

  private static boolean hasBackstep(String path) {
    for (String step : path.split("/", -1)) {
      if (step.equals("..")) {
        return true;
      }
    }
    return false;
  }
}
