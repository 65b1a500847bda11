package dev.seaworthy.validate.decode;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Type;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Mend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a field that its struct does not have was probably meant to be.
 *
 * @param remedy what to do about it; empty where nobody can tell
 * @param meant the fields that it was meant to be, or to be in
 * @param mend its right name, where no other field is near
 */
record StrayField(String remedy, List<FieldPath> meant, Mend mend) {

  private StrayField(String remedy, List<FieldPath> meant) {
    this(remedy, meant, Mend.OTHERWISE);
  }

  /** Nobody can tell. */
  static final StrayField UNEXPLAINED = new StrayField("", List.of());

  private static final StrayField NEEDLESS_NAMESPACE = new StrayField(
      "Delete it: what is named here is of the namespace that this object is in, or of none.",
      List.of());

  /** A struct of more fields than this is about other things than its maps. */
  private static final int FEW_FIELDS = 7;

  /** Of the field at {@code path} in {@code object}, which {@code struct} does not have. */
  static StrayField of(Type.Struct root, Node object, Type.Struct struct, FieldPath path) {
    FieldPath parent = path.parent().orElse(FieldPath.ROOT);
    Node siblings = parent.resolve(object);
    Node value = siblings.get(path.lastStep());
    Optional<StrayField> former = FormerField.of(struct, path, value);
    if (former.isPresent()) {
      return former.get();
    }
    if (path.lastStep().equals("namespace") && isReference(struct, parent)) {
      return NEEDLESS_NAMESPACE;
    }
    Optional<Field> near = nearest(struct, path.lastStep(), siblings);
    if (near.filter(field -> Shape.fits(field.type(), value)).isPresent()) {
      StrayField misspelt = misspelt(near.get(), parent);
      return NearestName.only(path.lastStep(), names(struct)).isPresent()
          ? new StrayField(
              misspelt.remedy, misspelt.meant, new Mend.Rename(near.get().name()))
          : misspelt;
    }
    return RightPlace.of(root, object, path)
        .map(place -> new StrayField(place.remedy(), List.of(place.path())))
        .or(() -> near.map(field -> misspelt(field, parent)))
        .or(() -> written(struct, path))
        .orElseGet(() -> entryOf(struct, parent, value));
  }

  /**
   * Whether it names another object, as roleRef does. Items of lists, as a rule, have names of their
   * own; those that are nothing but a name, as of imagePullSecrets, name others, too.
   */
  private static boolean isReference(Type.Struct struct, FieldPath parent) {
    int fields = struct.fields().size();
    boolean isItem = parent.isIndex();
    return struct.field("name").isPresent() && fields <= (isItem ? 1 : FEW_FIELDS);
  }

  private static Optional<Field> nearest(Type.Struct struct, String name, Node siblings) {
    List<String> free = struct.fields().stream()
        .map(Field::name)
        .filter(field -> siblings.get(field).isAbsent())
        .toList();
    return NearestName.to(name, free).flatMap(struct::field);
  }

  private static Optional<StrayField> written(Type.Struct struct, FieldPath path) {
    return NearestName.to(path.lastStep(), names(struct))
        .map(name -> new StrayField("Did you mean " + name + "? It is there already.", List.of()));
  }

  private static List<String> names(Type.Struct struct) {
    return struct.fields().stream().map(Field::name).toList();
  }

  private static StrayField misspelt(Field meant, FieldPath parent) {
    return new StrayField(
        "Did you mean " + meant.name() + "?", List.of(parent.child(meant.name())));
  }

  /** A key of one's own choice belongs into a map, such as the labels of a selector. */
  private static StrayField entryOf(Type.Struct struct, FieldPath parent, Node value) {
    if (struct.fields().size() > FEW_FIELDS) {
      return UNEXPLAINED;
    }
    List<String> maps = new ArrayList<>();
    List<FieldPath> paths = new ArrayList<>();
    for (Field field : struct.fields()) {
      if (field.type() instanceof Type.MapOf map
          && !(map.value() instanceof Type.Bytes)
          && Shape.fits(map.value(), value)) {
        maps.add(field.name());
        paths.add(parent.child(field.name()));
      }
    }
    return maps.isEmpty()
        ? UNEXPLAINED
        : new StrayField("Write it under " + String.join(" or ", maps) + ".", paths);
  }
}
