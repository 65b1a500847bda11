package dev.seaworthy.api.schema;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the JSON Schema of a kind lies, as kubeconform's {@code -schema-location} writes it: a path
 * or URL with names in double braces, {@code schemas/{{ .Group }}/{{ .ResourceKind
 * }}_{{ .ResourceAPIVersion }}.json}. A text that does not end in {@code json} is a folder of the
 * layout that kubeconform's own schemas have.
 */
public final class SchemaTemplate {

  /** The layout of a folder of schemas, relative to it. */
  static final String FOLDER_LAYOUT =
      "/{{ .NormalizedKubernetesVersion }}-standalone{{ .StrictSuffix }}"
          + "/{{ .ResourceKind }}{{ .KindSuffix }}.json";

  private static final Pattern NAME = Pattern.compile("\\{\\{-?\\s*\\.?(\\w+)\\s*-?\\}\\}");

  private final String template;

  private SchemaTemplate(String template) {
    this.template = template;
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException if it uses a name that no kind can fill; the message says which
   */
  public static SchemaTemplate parse(String text) {
    SchemaTemplate template =
        new SchemaTemplate(text.endsWith("json") ? text : withoutSlash(text) + FOLDER_LAYOUT);
    template.unknownName().ifPresent(name -> {
      throw new IllegalArgumentException("The schema location '"
          + text
          + "' uses {{ ."
          + name
          + " }}; the names are "
          + String.join(
              ", ", values(new GroupVersionKind("", "", ""), Release.NEWEST).keySet()));
    });
    return template;
  }

  private static String withoutSlash(String folder) {
    return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
  }

  private Optional<String> unknownName() {
    Map<String, String> known = values(new GroupVersionKind("", "", ""), Release.NEWEST);
    return NAME.matcher(template)
        .results()
        .map(found -> found.group(1))
        .filter(name -> !known.containsKey(name))
        .findFirst();
  }

  /** The path or URL of the schema of a kind. */
  public String locate(GroupVersionKind gvk, Release release) {
    Map<String, String> values = values(gvk, release);
    return NAME.matcher(template)
        .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
  }

  /** Whether it points into the network. */
  public boolean isRemote() {
    return template.startsWith("http://") || template.startsWith("https://");
  }

  /** The folder or URL that holds all its schemas: what stands before the first name. */
  public String base() {
    int name = template.indexOf("{{");
    String fixed = name < 0 ? template : template.substring(0, name);
    return fixed.substring(0, fixed.lastIndexOf('/') + 1);
  }

  /** The name of a kind's file in a folder of schemas, {@code deployment-apps-v1.json}. */
  public static String fileName(GroupVersionKind gvk) {
    return gvk.kind().toLowerCase(Locale.ROOT) + kindSuffix(gvk) + ".json";
  }

  private static String kindSuffix(GroupVersionKind gvk) {
    String group = gvk.group().split("\\.", 2)[0].toLowerCase(Locale.ROOT);
    return (group.isEmpty() ? "" : "-" + group) + "-" + gvk.version().toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> values(GroupVersionKind gvk, Release release) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("NormalizedKubernetesVersion", "v" + release + ".0");
    values.put("StrictSuffix", "-strict");
    values.put("ResourceKind", gvk.kind().toLowerCase(Locale.ROOT));
    values.put("ResourceAPIVersion", gvk.version());
    values.put("Group", gvk.group());
    values.put("KindSuffix", kindSuffix(gvk));
    return values;
  }
}
