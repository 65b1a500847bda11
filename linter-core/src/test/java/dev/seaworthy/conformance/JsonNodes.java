package dev.seaworthy.conformance;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON as it was recorded: numbers keep their text, so that 3.0 stays apart from 3. */
public final class JsonNodes {

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonNodes() {}

  public static Node read(String json) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      return value(parser, parser.nextToken());
    }
  }

  public static Mapping readObject(String json) {
    return (Mapping) read(json);
  }

  private static Node value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> Scalar.of(parser.getString());
      case VALUE_NUMBER_INT -> new Scalar(Scalar.Kind.INTEGER, parser.getString(), Span.NONE);
      case VALUE_NUMBER_FLOAT -> new Scalar(Scalar.Kind.FLOAT, parser.getString(), Span.NONE);
      case VALUE_TRUE -> Scalar.of(true);
      case VALUE_FALSE -> Scalar.of(false);
      case VALUE_NULL -> new Scalar(Scalar.Kind.NULL, "null", Span.NONE);
      default -> throw new IllegalStateException("no JSON value at " + token);
    };
  }

  private static Node object(JsonParser parser) {
    Map<String, Node> values = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      values.put(name, value(parser, parser.nextToken()));
    }
    return Mapping.of(values);
  }

  private static Node array(JsonParser parser) {
    List<Node> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(parser, token));
    }
    return Sequence.of(items);
  }
}
