package dev.seaworthy.cel.server;

import dev.seaworthy.cel.CelFunction;
import dev.seaworthy.cel.CelFunction.Parameter;
import dev.seaworthy.cel.ValueType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** URLs and their parts. */
public final class UrlFunctions {

  private static final ValueType URL = ValueType.opaque("kubernetes.URL");
  private static final Parameter SELF = new Parameter(URL, UrlText.class);
  private static final ValueType QUERY =
      ValueType.map(ValueType.STRING, ValueType.list(ValueType.STRING));

  private UrlFunctions() {}

  public static List<CelFunction> all() {
    return List.of(
        CelFunction.global(
            "url",
            "string_to_url",
            URL,
            List.of(Signature.TEXT),
            arguments -> UrlText.parse((String) arguments[0])
                .orElseThrow(() -> new IllegalArgumentException(
                    "URL parse error during conversion from string: '" + arguments[0] + "'"))),
        CelFunction.global(
            "isURL",
            "is_url_string",
            ValueType.BOOL,
            List.of(Signature.TEXT),
            arguments -> UrlText.parse((String) arguments[0]).isPresent()),
        part("getScheme", ValueType.STRING, UrlText::scheme),
        part("getHost", ValueType.STRING, UrlText::host),
        part("getHostname", ValueType.STRING, UrlText::hostname),
        part("getPort", ValueType.STRING, UrlText::port),
        part("getEscapedPath", ValueType.STRING, UrlText::path),
        part("getQuery", QUERY, url -> query(url.query())));
  }

  private static CelFunction part(String name, ValueType type, Function<UrlText, Object> part) {
    return CelFunction.member(
        name, "url_" + name, type, List.of(SELF), arguments -> part.apply((UrlText) arguments[0]));
  }

  private static Map<String, List<String>> query(String query) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String key = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.computeIfAbsent(decoded(key), any -> new ArrayList<>()).add(decoded(value));
      }
    }
    return values;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
