package dev.seaworthy.validate.custom;

import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.check.meta.MetadataMaps;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What must hold of whole objects inside an object (x-kubernetes-embedded-resource). */
public final class EmbeddedObjects {

  private final List<FieldError> errors = new ArrayList<>();

  private EmbeddedObjects() {}

  /** What is wrong with those of {@code object}. */
  public static List<FieldError> judge(StructuralSchema schema, Mapping object) {
    EmbeddedObjects embedded = new EmbeddedObjects();
    embedded.fields(schema, object, FieldPath.ROOT);
    return embedded.errors;
  }

  /** What is wrong with a value, which may be such an object itself. */
  static List<FieldError> judgeValue(StructuralSchema schema, Node value) {
    EmbeddedObjects embedded = new EmbeddedObjects();
    embedded.value(schema, value, FieldPath.ROOT);
    return embedded.errors;
  }

  private void value(StructuralSchema schema, Node value, FieldPath path) {
    if (value instanceof Mapping mapping) {
      if (schema.embedded()) {
        object(mapping, path);
      }
      fields(schema, mapping, path);
    } else if (value instanceof Sequence list) {
      items(schema.items(), list, path);
    }
  }

  private void items(@Nullable StructuralSchema item, Sequence list, FieldPath path) {
    if (item != null) {
      for (int i = 0; i < list.size(); i++) {
        value(item, list.items().get(i), path.index(i));
      }
    }
  }

  private void fields(StructuralSchema schema, Mapping mapping, FieldPath path) {
    StructuralSchema additional = schema.additional();
    for (Mapping.Entry entry : mapping.entries()) {
      StructuralSchema property = schema.property(entry.key());
      if (property != null) {
        value(property, entry.value(), path.child(entry.key()));
      } else if (additional != null) {
        value(additional, entry.value(), path.key(entry.key()));
      }
    }
  }

  private void object(Mapping object, FieldPath path) {
    for (String field : List.of("apiVersion", "kind")) {
      if (!object.has(field)) {
        add(CauseType.REQUIRED, path.child(field), "must be given: this is a whole object");
      }
    }
    if (object.has("apiVersion")) {
      version(object.get("apiVersion").text(), path.child("apiVersion"));
    }
    if (object.has("kind")) {
      kind(object.get("kind").text(), path.child("kind"));
    }
    metadata(object.get("metadata"), path.child("metadata"));
  }

  private void version(String version, FieldPath path) {
    if (version.isEmpty()) {
      add(CauseType.INVALID, path, "must not be empty");
    } else if (version.indexOf('/') != version.lastIndexOf('/')) {
      add(CauseType.INVALID, path, "must be a version or a group, a slash and a version");
    }
  }

  private void kind(String kind, FieldPath path) {
    if (kind.isEmpty()) {
      add(CauseType.INVALID, path, "must not be empty");
      return;
    }
    for (String problem : NameFormat.DNS1035_LABEL.problems(kind.toLowerCase(Locale.ROOT))) {
      add(CauseType.INVALID, path, "is '" + kind + "', " + problem);
    }
  }

  private void metadata(Node node, FieldPath path) {
    Errors found = new Errors();
    Value meta = Value.of(node, path, Absent.INSTANCE);
    form(NameFormat.PATH_SEGMENT_NAME, meta.at("name"), found);
    form(NameFormat.PATH_SEGMENT_PREFIX, meta.at("generateName"), found);
    form(NameFormat.DNS1123_LABEL, meta.at("namespace"), found);
    MetadataMaps.labels(meta.at("labels"), found);
    MetadataMaps.annotations(meta.at("annotations"), found);
    errors.addAll(found.causes());
  }

  private static void form(NameFormat format, Value value, Errors errors) {
    if (!value.text().isEmpty()) {
      errors.form(value.path(), "name", value.text(), format.problems(value.text()));
    }
  }

  private void add(CauseType type, FieldPath path, String message) {
    errors.add(FieldError.of(type, path, "embedded-object", message));
  }
}
