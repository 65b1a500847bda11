package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Node;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The keys and values that a ConfigMap or Secret is generated of; each key is given once. */
final class GeneratedData {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Layer layer;
  private final String owner;
  private final Map<String, byte[]> all = new TreeMap<>();

  /** {@code owner}: what it is for, such as {@code ConfigMap web}. */
  GeneratedData(Layer layer, String owner) {
    this.layer = layer;
    this.owner = owner;
  }

  Map<String, byte[]> all() {
    return all;
  }

  /** {@code path}, whose key is the name of the file, or {@code key=path}. */
  void addFile(Node file) throws BuildFailure {
    String named = file.text();
    int equals = named.indexOf('=');
    String path = named.substring(equals + 1);
    String key =
        equals < 0 ? path.substring(path.lastIndexOf('/') + 1) : named.substring(0, equals);
    if (key.isEmpty() || path.isEmpty() || path.indexOf('=') >= 0) {
      throw layer.failure("'" + named + "' is neither FILE nor KEY=FILE", file);
    }
    if (!isElsewhere(path, file)) {
      put(key, layer.bytes(path, file), file);
    }
  }

  /** {@code KEY=VALUE}; quotes around the value are left out. */
  void addLiteral(Node literal) throws BuildFailure {
    String pair = literal.text();
    int equals = pair.indexOf('=');
    if (equals <= 0) {
      throw layer.failure("'" + pair + "' is no KEY=VALUE", literal);
    }
    put(pair.substring(0, equals), utf8(withoutQuotes(pair.substring(equals + 1))), literal);
  }

  /** The lines of a file; a key without a value is an empty one, and a value without a key nothing. */
  void addVariables(Node file) throws BuildFailure {
    String text = isElsewhere(file.text(), file) ? "" : text(file);
    String lines = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    for (String line : lines.split("\\r?\\n")) {
      String pair = line.stripLeading();
      int equals = pair.indexOf('=');
      if (!pair.isEmpty() && !pair.startsWith("#") && equals != 0) {
        String key = equals < 0 ? pair : pair.substring(0, equals);
        put(key, utf8(equals < 0 ? "" : pair.substring(equals + 1)), file);
      }
    }
  }

  /** Kustomize gets it from there; nobody can tell here what it is. */
  private boolean isElsewhere(String path, Node file) {
    boolean isElsewhere = KustomizeBuild.isElsewhere(path);
    if (isElsewhere) {
      layer.lacks("what lies at " + path, Gap.Kind.CHANGES, file);
    }
    return isElsewhere;
  }

  private String text(Node file) throws BuildFailure {
    ByteBuffer bytes = ByteBuffer.wrap(layer.bytes(file.text(), file));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException binary) {
      throw layer.failure(file.text() + " is no text in UTF-8", file);
    }
  }

  private void put(String key, byte[] value, Node place) throws BuildFailure {
    layer.workshop().budget().made(value.length, layer.mention(place));
    if (all.putIfAbsent(key, value) != null) {
      throw layer.failure(
          owner + " is given the key " + key + " twice; leave one of them out", place);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String withoutQuotes(String value) {
    int last = value.length() - 1;
    boolean isQuoted = last > 0
        && value.charAt(0) == value.charAt(last)
        && (value.charAt(0) == '"' || value.charAt(0) == '\'');
    return isQuoted ? value.substring(1, last) : value;
  }
}
