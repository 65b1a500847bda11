package dev.seaworthy.api.structure;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The name of a struct type, {@code core/v1.Container}: group and version of the package that
 * declares it, and its name there. A type without a name of its own is called after the field that
 * holds it ({@code example.com/v1.Backup.spec}).
 */
public record TypeName(String group, String version, String name) {

  /** Where Kubernetes' own packages live; what follows is group and version. */
  private static final List<String> KUBERNETES_PACKAGES = List.of(
      "io.k8s.api.",
      "io.k8s.apimachinery.pkg.apis.",
      "io.k8s.apiextensions-apiserver.pkg.apis.",
      "io.k8s.kube-aggregator.pkg.apis.",
      "io.k8s.metrics.pkg.apis.");

  /** Made when a name from elsewhere is read. */
  private static final class Form {
    static final Pattern DEFINITION = Pattern.compile("[A-Za-z0-9_$-][A-Za-z0-9_.$\\[\\]-]*");
  }

  /** Reads {@code core/v1.Container}. */
  public static TypeName parse(String text) {
    int slash = text.indexOf('/');
    int dot = text.indexOf('.', slash);
    if (slash < 0 || dot < 0) {
      throw new IllegalArgumentException("'" + text + "' is not of the form group/version.Name");
    }
    return new TypeName(
        text.substring(0, slash), text.substring(slash + 1, dot), text.substring(dot + 1));
  }

  /**
   * Reads the name of a definition, {@code io.k8s.api.core.v1.Container} or, of a custom resource,
   * {@code com.example.stable.v1.CronTab}, whose group is the domain the right way round.
   *
   * @throws UnreadableSchema if the name has fewer than three parts or odd characters
   */
  public static TypeName ofDefinition(String definition) throws UnreadableSchema {
    for (String prefix : KUBERNETES_PACKAGES) {
      if (definition.startsWith(prefix)) {
        return ofParts(definition, List.of(definition.substring(prefix.length()).split("\\.")));
      }
    }
    return ofParts(definition, List.of(definition.split("\\.")));
  }

  private static TypeName ofParts(String definition, List<String> parts) throws UnreadableSchema {
    int size = parts.size();
    if (size < 3 || !Form.DEFINITION.matcher(definition).matches() || definition.contains("..")) {
      throw new UnreadableSchema(
          "The definition '" + definition + "' has no name of the form group.version.Name");
    }
    List<String> domain = Arrays.asList(parts.subList(0, size - 2).toArray(String[]::new));
    Collections.reverse(domain);
    return new TypeName(String.join(".", domain), parts.get(size - 2), parts.get(size - 1));
  }

  /** The package in the written name of a type: {@code core/v1} of {@code core/v1.Container}. */
  static String packageOf(String name) {
    int dot = name.indexOf('.', name.indexOf('/') + 1);
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** The type of a field of this type, where it has no name of its own. */
  TypeName inner(String field) {
    return new TypeName(group, version, name + "." + field);
  }

  /** The package of the type, {@code core/v1}; types of one package are kept in one file. */
  public String packageName() {
    return group + "/" + version;
  }

  @Override
  public String toString() {
    return group + "/" + version + "." + name;
  }
}
