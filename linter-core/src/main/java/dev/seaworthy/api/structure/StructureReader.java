package dev.seaworthy.api.structure;

import dev.seaworthy.api.GroupVersionKind;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link StructureText} writes, file by file. */
final class StructureReader {

  private static final int MAX_CODE_POINTS = 50_000_000;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final SortedMap<Integer, SortedMap<String, KindEntry>> kinds = new TreeMap<>();
  private final SortedMap<Integer, SortedMap<String, TypeEntry>> types = new TreeMap<>();

  StructureReader(List<Integer> releases) {
    for (int release : releases) {
      kinds.put(release, new TreeMap<>());
      types.put(release, new TreeMap<>());
    }
  }

  /** The releases that a folder's index lists. */
  static List<Integer> releases(String file, String text) throws UnreadableSchema {
    return list(load(file, text).get("releases")).stream()
        .map(StructureReader::minor)
        .toList();
  }

  private static Map<?, ?> load(String file, String text) throws UnreadableSchema {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(MAX_CODE_POINTS).build();
    try {
      return map(new Load(settings).loadFromString(text));
    } catch (YamlEngineException wrong) {
      throw new UnreadableSchema(file + " is not valid YAML: " + wrong.getMessage(), wrong);
    }
  }

  /** Adds the types of a package. */
  void read(String file, String packageName, String text) throws UnreadableSchema {
    Map<?, ?> root = load(file, text);
    try {
      list(root.get("kinds")).forEach(kind -> readKind(packageName, map(kind)));
      map(root.get("types")).forEach((name, type) -> readType(packageName, (String) name, type));
    } catch (IllegalArgumentException | ClassCastException wrong) {
      throw new UnreadableSchema(
          file + " is not of the form that `seaworthy schema import` writes: " + wrong.getMessage(),
          wrong);
    }
  }

  SortedMap<Integer, Structure> structures() {
    SortedMap<Integer, Structure> structures = new TreeMap<>();
    kinds.forEach((release, byName) -> structures.put(
        release, new Structure(byName, types.getOrDefault(release, new TreeMap<>()))));
    return structures;
  }

  private void readKind(String packageName, Map<?, ?> kind) {
    String name = text(kind, "kind");
    String type = kind.containsKey("type") ? text(kind, "type") : name;
    KindEntry entry = new KindEntry(
        GroupVersionKind.of(text(kind, "apiVersion"), name),
        text(kind, "plural"),
        isTrue(kind, "namespaced"),
        !Boolean.FALSE.equals(kind.get("byDefault")),
        isTrue(kind, "list"),
        packageName + "." + type);
    kinds.forEach((release, byName) -> {
      if (holds(kind, release)) {
        byName.put(entry.gvk().toString(), entry);
      }
    });
  }

  private void readType(String packageName, String name, @Nullable Object value) {
    TypeName typeName = TypeName.parse(packageName + "." + name);
    for (Object item : value instanceof List<?> runs ? runs : List.of(map(value))) {
      Map<?, ?> run = map(item);
      types.forEach((release, byName) -> {
        if (holds(run, release)) {
          byName.put(typeName.toString(), type(typeName, run, release));
        }
      });
    }
  }

  private static TypeEntry type(TypeName name, Map<?, ?> run, int release) {
    return new TypeEntry(
        name, isTrue(run, "atomic"), isTrue(run, "open"), fields(map(run.get("fields")), release));
  }

  private static SortedMap<String, FieldEntry> fields(Map<?, ?> written, int release) {
    SortedMap<String, FieldEntry> fields = new TreeMap<>();
    written.forEach((name, value) -> {
      for (Object item : value instanceof List<?> runs ? runs : List.of(value)) {
        if (item instanceof String type) {
          fields.put((String) name, new FieldEntry(type, false, List.of(), "", ""));
        } else if (holds(map(item), release)) {
          fields.put((String) name, field(map(item)));
        }
      }
    });
    return fields;
  }

  private static FieldEntry field(Map<?, ?> field) {
    return new FieldEntry(
        text(field, "type"),
        isTrue(field, "required"),
        list(field.get("enum")).stream().map(String.class::cast).toList(),
        field.containsKey("default") ? JSON.writeValueAsString(field.get("default")) : "",
        text(field, "patch"));
  }

  private static boolean holds(Map<?, ?> entry, int release) {
    Object since = entry.get("since");
    Object until = entry.get("until");
    return (since == null || minor(since) <= release) && (until == null || release <= minor(until));
  }

  private static int minor(@Nullable Object release) {
    String text = String.valueOf(release);
    if (!text.matches("1\\.[0-9]{1,3}")) {
      throw new IllegalArgumentException("'" + text + "' is no release");
    }
    return Integer.parseInt(text.substring(2));
  }

  private static String text(Map<?, ?> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : (String) value;
  }

  private static boolean isTrue(Map<?, ?> map, String key) {
    return Boolean.TRUE.equals(map.get(key));
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<?, ?>) value;
  }

  private static List<?> list(@Nullable Object value) {
    return value == null ? List.of() : (List<?>) value;
  }
}
