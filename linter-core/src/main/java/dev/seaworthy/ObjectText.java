package dev.seaworthy;

import dev.seaworthy.manifest.JsonWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects in memory as text: what is judged is what a file would hold. */
final class ObjectText {

  private ObjectText() {}

  static String of(List<? extends Map<String, ?>> objects) {
    StringBuilder text = new StringBuilder();
    for (Map<String, ?> object : objects) {
      text.append(text.isEmpty() ? "" : "---\n");
      JsonWriter json = JsonWriter.compact(text);
      write(json, object);
      json.finish();
    }
    return text.toString();
  }

  private static void write(JsonWriter json, @Nullable Object value) {
    if (value == null) {
      json.raw("null");
    } else if (value instanceof CharSequence text) {
      json.value(text.toString());
    } else if (value instanceof Boolean || value instanceof Number) {
      json.raw(value.toString());
    } else if (value instanceof Map<?, ?> map) {
      json.beginObject();
      map.forEach((key, each) -> write(json.name(String.valueOf(key)), each));
      json.endObject();
    } else if (value instanceof Iterable<?> list) {
      json.beginArray();
      list.forEach(each -> write(json, each));
      json.endArray();
    } else {
      throw new IllegalArgumentException("an object holds a " + value.getClass().getName()
          + "; only maps, lists, strings, numbers and booleans can be told to a server");
    }
  }
}
