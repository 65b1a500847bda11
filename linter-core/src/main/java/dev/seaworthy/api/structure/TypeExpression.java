package dev.seaworthy.api.structure;

import dev.seaworthy.api.Type;
import dev.seaworthy.api.Type.ListKind;
import java.util.List;
import java.util.Map;

/**
 * A type as structure files write it: {@code string}, {@code core/v1.Probe}, {@code
 * list(core/v1.ContainerPort by containerPort protocol)}, {@code set(string)}, {@code
 * map(quantity)}.
 */
public final class TypeExpression {

  private static final Map<String, Type> PLAIN = Map.ofEntries(
      Map.entry("string", new Type.Text()),
      Map.entry("bytes", new Type.Bytes()),
      Map.entry("int32", new Type.Whole(32)),
      Map.entry("int64", new Type.Whole(64)),
      Map.entry("number", new Type.Real()),
      Map.entry("boolean", new Type.Truth()),
      Map.entry("quantity", new Type.Quantity()),
      Map.entry("int-or-string", new Type.IntOrString()),
      Map.entry("time", new Type.Time(false)),
      Map.entry("micro-time", new Type.Time(true)),
      Map.entry("duration", new Type.Duration()),
      Map.entry("any", new Type.Anything(false)),
      Map.entry("object", new Type.Anything(true)));

  private TypeExpression() {}

  static String list(String item) {
    return "list(" + item + ")";
  }

  static String listBy(String item, List<String> keys) {
    return "list(" + item + " by " + String.join(" ", keys) + ")";
  }

  static String set(String item) {
    return "set(" + item + ")";
  }

  static String map(String value) {
    return "map(" + value + ")";
  }

  /** The type that {@code text} writes; {@code structs} finds the structs that it names. */
  static Type parse(String text, StructFinder structs) {
    Type plain = PLAIN.get(text);
    if (plain != null) {
      return plain;
    }
    if (!text.endsWith(")")) {
      return structs.struct(text);
    }
    int open = text.indexOf('(');
    String inner = text.substring(open + 1, text.length() - 1);
    return switch (text.substring(0, open)) {
      case "map" -> new Type.MapOf(parse(inner, structs));
      case "set" -> new Type.ListOf(parse(inner, structs), ListKind.SET, List.of());
      case "list" -> listOf(inner, structs);
      default -> throw new IllegalArgumentException("'" + text + "' is no type");
    };
  }

  private static Type listOf(String inner, StructFinder structs) {
    int by = inner.endsWith(")") ? -1 : inner.lastIndexOf(" by ");
    if (by < 0) {
      return new Type.ListOf(parse(inner, structs), ListKind.ATOMIC, List.of());
    }
    List<String> keys = List.of(inner.substring(by + 4).split(" "));
    return new Type.ListOf(parse(inner.substring(0, by), structs), ListKind.MAP, keys);
  }
}
