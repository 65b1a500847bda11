package dev.seaworthy.validate.decode;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;

/**
 * Paths as Go's JSON decoder writes them. They differ from the paths of validation: type errors
 * name neither indices nor keys of maps, but the structs that Go embeds in others; unknown fields
 * are named with indices, and with the keys of maps as if they were fields.
 */
final class GoNames {

  /**
   * From this release on the decoder of Go names the structs that are embedded, and what is inside
   * values that types read by code of their own.
   */
  private static final int NAMES_EMBEDDED = 35;

  private final boolean namesEmbedded;

  GoNames(Release release) {
    this.namesEmbedded = release.minor() >= NAMES_EMBEDDED;
  }

  /** The path in a type error, {@code spec.volumes.VolumeSource.emptyDir}. */
  String type(Type.Struct root, FieldPath path) {
    List<String> names = new ArrayList<>();
    Type type = root;
    for (FieldPath step : path.steps()) {
      if (type instanceof Type.Struct struct && !step.isIndex()) {
        if (namesEmbedded) {
          names.addAll(EmbeddedStructs.between(struct.name(), step.lastStep()));
        }
        names.add(step.lastStep());
        if (!namesEmbedded && SchemaUnions.holds(struct, step.lastStep())) {
          break;
        }
      }
      type = inside(type, step);
    }
    return String.join(".", names);
  }

  /** The path of an unknown or duplicate field, {@code spec.devices[0].attributes.model.strin}. */
  static String strict(FieldPath path) {
    StringBuilder out = new StringBuilder();
    for (FieldPath step : path.steps()) {
      if (step.isIndex()) {
        out.append('[').append(step.lastStep()).append(']');
      } else {
        out.append(out.isEmpty() ? "" : ".").append(step.lastStep());
      }
    }
    return GoQuoting.inside(out.toString());
  }

  /** The type of what a step leads to. */
  static Type inside(Type type, FieldPath step) {
    if (type instanceof Type.Struct struct) {
      if (SchemaUnions.holds(struct, step.lastStep())) {
        return struct;
      }
      return struct.field(step.lastStep()).map(Field::type).orElse(type);
    }
    if (type instanceof Type.ListOf list) {
      return list.item();
    }
    return type instanceof Type.MapOf map ? map.value() : type;
  }
}
