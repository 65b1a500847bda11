package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.Map;

/**
 * Texts in which {@code $(NAME)} stands for a value: the whole text becomes the value, a part of it the
 * value's text; {@code $$} is a dollar sign, and an unknown name stays as it is.
 */
final class VariableTexts {

  private final Map<String, Node> values;
  private long made;

  VariableTexts(Map<String, Node> values) {
    this.values = values;
  }

  /**
   * How many characters were written since this was asked the last time. Where that is more than a build
   * may make, no more are.
   */
  long made() {
    long before = made;
    made = 0;
    return before;
  }

  /** {@code node} with values filled in, if it is a text or a map of texts. */
  Node filled(Node node) {
    if (node instanceof Mapping mapping) {
      Mapping result = mapping;
      for (Mapping.Entry entry : mapping.entries()) {
        Node value = entry.value();
        Node changed = value.isString() ? filledText(value) : value;
        result = changed == value ? result : result.with(entry.key(), changed);
      }
      return result;
    }
    return node.isString() ? filledText(node) : node;
  }

  private Node filledText(Node node) {
    String text = node.text();
    if (text.indexOf('$') < 0) {
      return node;
    }
    boolean isWhole = text.startsWith("$(") && text.indexOf(')') == text.length() - 1;
    if (isWhole && values.get(text.substring(2, text.length() - 1)) instanceof Scalar value) {
      return new Scalar(value.kind(), value.value(), node.span());
    }
    return Scalar.of(filled(text), node.span());
  }

  private String filled(String text) {
    StringBuilder result = new StringBuilder();
    int at = 0;
    while (at < text.length() && made <= BuildLimits.DEFAULT.madeCharacters()) {
      boolean isSign = text.charAt(at) == '$' && at + 1 < text.length();
      int end = isSign && text.charAt(at + 1) == '(' ? text.indexOf(')', at) : -1;
      if (end > 0) {
        String name = text.substring(at + 2, end);
        String value =
            values.get(name) instanceof Scalar scalar ? scalar.value() : "$(" + name + ")";
        result.append(value);
        made += value.length();
        at = end + 1;
      } else if (isSign && text.charAt(at + 1) == '$') {
        result.append('$');
        at += 2;
      } else if (isSign) {
        result.append(text, at, at + 2);
        at += 2;
      } else {
        result.append(text.charAt(at++));
      }
    }
    return result.toString();
  }
}
