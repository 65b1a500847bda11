package dev.seaworthy.cel.server;

import com.google.re2j.Matcher;
import dev.seaworthy.cel.CelFunction;
import dev.seaworthy.cel.GoPattern;
import dev.seaworthy.cel.ValueType;
import java.util.ArrayList;
import java.util.List;

/** {@code find} and {@code findAll} of texts, in linear time. */
public final class RegexFunctions {

  private static final ValueType TEXTS = ValueType.list(ValueType.STRING);

  private RegexFunctions() {}

  public static List<CelFunction> all() {
    return List.of(
        CelFunction.member(
            "find",
            "string_find_string",
            ValueType.STRING,
            List.of(Signature.TEXT, Signature.TEXT),
            arguments -> find((String) arguments[0], (String) arguments[1])),
        CelFunction.member(
            "findAll",
            "string_find_all_string",
            TEXTS,
            List.of(Signature.TEXT, Signature.TEXT),
            arguments -> findAll((String) arguments[0], (String) arguments[1], -1)),
        CelFunction.member(
            "findAll",
            "string_find_all_string_int",
            TEXTS,
            List.of(Signature.TEXT, Signature.TEXT, Signature.INT),
            arguments ->
                findAll((String) arguments[0], (String) arguments[1], (Long) arguments[2])));
  }

  private static String find(String text, String pattern) {
    Matcher matcher = GoPattern.compile(pattern).matcher(text);
    return matcher.find() ? matcher.group() : "";
  }

  /** At most {@code limit} matches; all of them if it is negative. */
  private static List<String> findAll(String text, String pattern, long limit) {
    List<String> found = new ArrayList<>();
    Matcher matcher = GoPattern.compile(pattern).matcher(text);
    while ((limit < 0 || found.size() < limit) && matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }
}
