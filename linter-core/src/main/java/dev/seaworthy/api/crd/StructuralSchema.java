package dev.seaworthy.api.crd;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A schema of a CustomResourceDefinition as it is written there. What it holds is read when somebody
 * asks: objects use a small part of the definitions that projects ship. A keyword of a wrong form
 * counts as absent; what is wrong with a definition is said when the definition itself is judged.
 */
public final class StructuralSchema {

  private static final String PREFIX = "x-kubernetes-";

  private final Node node;

  /** Made when first asked for; threads that race make the same. */
  private volatile @Nullable Map<String, StructuralSchema> properties;

  private volatile @Nullable StructuralSchema items;
  private volatile @Nullable StructuralSchema additional;
  private volatile @Nullable ValueRules rules;
  private volatile @Nullable Boolean hasValidations;

  /** Whether nothing is pruned, here and below. */
  private final boolean keepsAll;

  StructuralSchema(Node node) {
    this(node, false);
  }

  private StructuralSchema(Node node, boolean keepsAll) {
    this.node = node;
    this.keepsAll = keepsAll;
  }

  /** The schema that {@code node} writes. */
  public static StructuralSchema of(Node node) {
    return new StructuralSchema(node);
  }

  /** The schema of a whole object, which {@code keeps} unknown fields at any depth or prunes them. */
  static StructuralSchema ofRoot(Node schema, boolean keeps) {
    return new StructuralSchema(schema instanceof Mapping mapping ? mapping : Mapping.EMPTY, keeps);
  }

  /** {@code object}, {@code array}, {@code string} and so on; empty where any will do. */
  public String type() {
    return node.get("type").text();
  }

  public String format() {
    return node.get("format").text();
  }

  public boolean nullable() {
    return node.get("nullable").isTrue();
  }

  /** What the server fills in where there is nothing; absent if it fills in nothing. */
  public Node defaultValue() {
    return node.get("default");
  }

  public String description() {
    return node.get("description").text();
  }

  /** The fields by name, in the order written. */
  public Map<String, StructuralSchema> properties() {
    Map<String, StructuralSchema> made = properties;
    if (made == null) {
      Map<String, StructuralSchema> read = new LinkedHashMap<>();
      for (Mapping.Entry entry : node.get("properties").entries()) {
        read.put(entry.key(), new StructuralSchema(entry.value(), keepsAll));
      }
      made = Collections.unmodifiableMap(read);
      properties = made;
    }
    return made;
  }

  /** The field of that name, or null. */
  public @Nullable StructuralSchema property(String name) {
    return properties().get(name);
  }

  /** The schema of a list's items; null if nothing is said of them. */
  public @Nullable StructuralSchema items() {
    if (items == null && node.get("items") instanceof Mapping schema) {
      items = new StructuralSchema(schema, keepsAll);
    }
    return items;
  }

  /** Whether fields beside the properties are allowed and kept, as in a map. */
  public boolean takesMore() {
    Node more = node.get("additionalProperties");
    return more.isMapping() || more.isTrue();
  }

  /** The schema of the values of a map; null if it takes any or none. */
  public @Nullable StructuralSchema additional() {
    if (additional == null && node.get("additionalProperties") instanceof Mapping schema) {
      additional = new StructuralSchema(schema, keepsAll);
    }
    return additional;
  }

  /** Whether unknown fields are kept (x-kubernetes-preserve-unknown-fields). */
  public boolean keepsUnknown() {
    return keepsAll || node.get(PREFIX + "preserve-unknown-fields").isTrue();
  }

  /** Whether it is a whole object with apiVersion, kind and metadata. */
  public boolean embedded() {
    return node.get(PREFIX + "embedded-resource").isTrue();
  }

  public boolean intOrString() {
    return node.get(PREFIX + "int-or-string").isTrue();
  }

  /** {@code atomic}, {@code set} or {@code map}; empty if not said, which means atomic. */
  public String listType() {
    return node.get(PREFIX + "list-type").text();
  }

  /** The fields that tell the items of a list of type map apart. */
  public List<String> mapKeys() {
    return texts(node.get(PREFIX + "list-map-keys"));
  }

  /** Whether a map is owned as a whole. */
  public boolean atomicMap() {
    return node.get(PREFIX + "map-type").text().equals("atomic");
  }

  public List<String> required() {
    return texts(node.get("required"));
  }

  /** What must hold of a value beyond its type. */
  public ValueRules rules() {
    ValueRules made = rules;
    if (made == null) {
      made = ValueRules.of(node);
      rules = made;
    }
    return made;
  }

  /** The rules in CEL that stand at this very schema, as they are written. */
  public List<? extends Node> validationRules() {
    return node.get(PREFIX + "validations").items();
  }

  /** How many rules in CEL stand at this very schema. */
  public int validations() {
    return node.get(PREFIX + "validations").size();
  }

  /** Whether there are rules in CEL here or anywhere below. */
  public boolean hasValidations() {
    Boolean known = hasValidations;
    if (known == null) {
      known = validations() > 0 || children().stream().anyMatch(StructuralSchema::hasValidations);
      hasValidations = known;
    }
    return known;
  }

  private List<StructuralSchema> children() {
    List<StructuralSchema> children = new ArrayList<>(properties().values());
    Optional.ofNullable(items()).ifPresent(children::add);
    Optional.ofNullable(additional()).ifPresent(children::add);
    return children;
  }

  static List<String> texts(Node list) {
    List<String> texts = new ArrayList<>(list.size());
    list.items().forEach(item -> item.asString().ifPresent(texts::add));
    return texts;
  }
}
