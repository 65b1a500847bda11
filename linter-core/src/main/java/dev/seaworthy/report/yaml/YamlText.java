package dev.seaworthy.report.yaml;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON value as block YAML that every reader takes for the same value: what old readers could take
 * for a number, a truth value or a date is in quotes.
 */
public final class YamlText {

  /** Begins as a word or path, and holds nothing that means something to YAML. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z/][A-Za-z0-9_./+@%()=,;<>$ -]*(:[A-Za-z0-9_./+@%()=,;<>$-]+)*");

  /** An amount, which no reader takes for a number because of its unit. */
  private static final Pattern AMOUNT =
      Pattern.compile("[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|Ki|Mi|Gi|Ti|Pi|Ei|%)");

  private static final Set<String> WORDS =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf");

  private static final Pattern LINES = Pattern.compile("[^\\p{Cntrl}]*(\n[^\\p{Cntrl}]*)+");

  private final StringBuilder text = new StringBuilder();

  private YamlText() {}

  /** {@code json} as lines of YAML. */
  public static String of(String json) {
    YamlText yaml = new YamlText();
    JsonNode value = JsonMapper.shared().readTree(json);
    if (isBlock(value)) {
      yaml.block(value, 0, true);
    } else {
      yaml.text.append(scalar(value)).append('\n');
    }
    return yaml.text.toString();
  }

  private static boolean isBlock(JsonNode value) {
    return value.isContainer() && !value.isEmpty();
  }

  /** {@code begun} where the first line is begun already, behind a dash. */
  private void block(JsonNode value, int depth, boolean begun) {
    boolean isFirst = begun;
    if (value.isArray()) {
      for (JsonNode item : value) {
        indent(isFirst ? 0 : depth).append("- ");
        value(item, depth + 1, true);
        isFirst = false;
      }
      return;
    }
    for (Iterator<Map.Entry<String, JsonNode>> fields = value.properties().iterator();
        fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      indent(isFirst ? 0 : depth).append(string(field.getKey())).append(':');
      value(field.getValue(), field.getValue().isArray() ? depth : depth + 1, false);
      isFirst = false;
    }
  }

  private StringBuilder indent(int depth) {
    return text.append("  ".repeat(depth));
  }

  private void value(JsonNode value, int depth, boolean isItem) {
    if (isBlock(value)) {
      if (!isItem) {
        text.append('\n');
      }
      block(value, depth, isItem);
    } else {
      text.append(isItem ? "" : " ");
      if (value.isString() && isLiteral(value.stringValue())) {
        literal(value.stringValue(), depth);
      } else {
        text.append(scalar(value)).append('\n');
      }
    }
  }

  private static String scalar(JsonNode value) {
    if (value.isContainer()) {
      return value.isArray() ? "[]" : "{}";
    }
    return value.isString() ? string(value.stringValue()) : value.toString();
  }

  private static String string(String value) {
    boolean isPlain = AMOUNT.matcher(value).matches() || isWord(value);
    return isPlain ? value : JsonMapper.shared().writeValueAsString(value);
  }

  private static boolean isWord(String value) {
    return PLAIN.matcher(value).matches()
        && !value.endsWith(" ")
        && !WORDS.contains(value.toLowerCase(Locale.ROOT));
  }

  /** Several lines that stay as they are between the lines around them. */
  private static boolean isLiteral(String value) {
    return LINES.matcher(value).matches()
        && !value.startsWith(" ")
        && !value.startsWith("\n")
        && value.lines().noneMatch(line -> line.endsWith(" "));
  }

  private void literal(String value, int depth) {
    boolean hasEnd = value.endsWith("\n");
    boolean hasEmptyEnd = value.endsWith("\n\n");
    text.append(hasEmptyEnd ? "|+" : hasEnd ? "|" : "|-").append('\n');
    value.lines().forEach(line -> {
      if (!line.isEmpty()) {
        indent(Math.max(depth, 1)).append(line);
      }
      text.append('\n');
    });
  }
}
