package dev.seaworthy.validate;

import dev.seaworthy.api.ResourceType;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.format.NameFormat;
import dev.seaworthy.validate.format.TextSize;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What must hold for the metadata of every object. Mirrors ValidateObjectMeta and
 * ValidateObjectMetaUpdate.
 */
final class ObjectMetaCheck {

  private static final int ANNOTATIONS_LIMIT = 256 * 1024;
  private static final int MANAGER_LIMIT = 128;
  private static final int SUBRESOURCE_LIMIT = 256;
  private static final Set<String> STANDARD_FINALIZERS =
      Set.of("kubernetes", "orphan", "foregroundDeletion");

  private ObjectMetaCheck() {}

  static void check(ResourceType type, Value object, Request request, Errors errors) {
    Value meta = object.at("metadata");
    if (request.isCreate()) {
      names(type, meta, errors);
      namespace(type, meta.at("namespace"), errors);
    } else {
      unchangeable(meta, errors);
    }
    if (meta.at("generation").number() < 0) {
      errors.invalid(meta.at("generation").path(), "minimum", "must not be negative");
    }
    labels(meta.at("labels"), errors);
    annotations(meta.at("annotations"), errors);
    owners(meta.at("ownerReferences"), errors);
    finalizers(type, meta.at("finalizers"), errors);
    for (Value entry : meta.at("managedFields").items()) {
      managedFields(entry, errors);
    }
  }

  private static void names(ResourceType type, Value meta, Errors errors) {
    NameRule rule = NameRule.of(type.gvk().groupKind());
    Value prefix = meta.at("generateName");
    if (!prefix.text().isEmpty()) {
      report(rule.prefixProblems(prefix.text()), prefix, "name", errors);
    }
    Value name = meta.at("name");
    if (name.text().isEmpty()) {
      errors.required(name.path(), "name", "must be given, or generateName");
    } else {
      report(rule.problems(name.text()), name, "name", errors);
    }
  }

  private static void namespace(ResourceType type, Value namespace, Errors errors) {
    if (type.namespaced()) {
      report(NameFormat.DNS1123_LABEL.problems(namespace.text()), namespace, "namespace", errors);
    }
  }

  private static void unchangeable(Value meta, Errors errors) {
    for (String field : List.of("uid", "deletionTimestamp", "deletionGracePeriodSeconds")) {
      if (meta.at(field).isChanged()) {
        errors.invalid(meta.at(field).path(), "immutable", "must not be changed");
      }
    }
  }

  /** Labels, wherever an object or a template carries them; all is reported at the map. */
  static void labels(Value labels, Errors errors) {
    for (Mapping.Entry entry : labels.node().entries()) {
      String key = entry.key();
      for (String problem : NameFormat.QUALIFIED_NAME.problems(key)) {
        errors.invalid(labels.path(), "label-key", "has the key '" + key + "', which " + problem);
      }
      String value = entry.value().text();
      for (String problem : NameFormat.LABEL_VALUE.problems(value)) {
        errors.invalid(
            labels.path(), "label-value", "has the value '" + value + "', which " + problem);
      }
    }
  }

  /** Annotations: their keys like those of labels, but for case, and a limit on all together. */
  static void annotations(Value annotations, Errors errors) {
    long size = 0;
    for (Mapping.Entry entry : annotations.node().entries()) {
      String key = entry.key();
      for (String problem : NameFormat.QUALIFIED_NAME.problems(key.toLowerCase(Locale.ROOT))) {
        errors.invalid(
            annotations.path(), "annotation-key", "has the key '" + key + "', which " + problem);
      }
      size += TextSize.bytes(key) + (long) TextSize.bytes(entry.value().text());
    }
    if (size > ANNOTATIONS_LIMIT) {
      errors.tooLong(
          annotations.path(),
          "annotations-size",
          "take " + size + " bytes together, must take at most " + ANNOTATIONS_LIMIT);
    }
  }

  private static void owners(Value owners, Errors errors) {
    String controller = "";
    for (Value owner : owners.items()) {
      owner(owner, errors);
      if (owner.at("controller").isTrue()) {
        String named = owner.at("kind").text() + "/" + owner.at("name").text();
        if (!controller.isEmpty()) {
          errors.invalid(
              owners.path(),
              "one-controller",
              "must name one controller, has " + controller + " and " + named);
        } else {
          controller = named;
        }
      }
    }
  }

  private static void owner(Value owner, Errors errors) {
    String version = owner.at("apiVersion").text();
    if (!version.isEmpty() && !isGroupVersion(version)) {
      errors.invalid(
          owner.at("apiVersion").path(),
          "group-version",
          "is '" + version + "', must be a version or a group, a slash and a version");
    }
    for (String field : List.of("apiVersion", "kind", "name", "uid")) {
      if (owner.at(field).text().isEmpty()) {
        errors.required(owner.at(field).path(), "required", "must be given");
      }
    }
    if (version.equals("v1") && owner.at("kind").text().equals("Event")) {
      errors.invalid(owner.path(), "banned-owner", "must not be an Event");
    }
  }

  private static boolean isGroupVersion(String text) {
    int slash = text.indexOf('/');
    return slash == text.lastIndexOf('/') && slash != text.length() - 1;
  }

  private static void finalizers(ResourceType type, Value finalizers, Errors errors) {
    boolean known = NameRule.knowsFinalizers(type.gvk().groupKind());
    boolean orphan = false;
    boolean foreground = false;
    for (Value finalizer : finalizers.items()) {
      String name = finalizer.text();
      // The server names the list, not the item.
      for (String problem : NameFormat.QUALIFIED_NAME.problems(name)) {
        errors.invalid(finalizers.path(), "finalizer", "has '" + name + "', which " + problem);
      }
      if (known && name.indexOf('/') < 0 && !STANDARD_FINALIZERS.contains(name)) {
        errors.invalid(finalizer.path(), "finalizer", "must be a name after a domain and a slash");
      }
      orphan |= name.equals("orphan");
      foreground |= name.equals("foregroundDeletion");
    }
    if (orphan && foreground) {
      errors.invalid(
          finalizers.path(), "finalizer", "must not have both orphan and foregroundDeletion");
    }
  }

  private static void managedFields(Value entry, Errors errors) {
    Value operation = entry.at("operation");
    if (operation.text().isEmpty()) {
      errors.required(operation.path(), "required", "must be given");
    } else if (!operation.text().equals("Apply") && !operation.text().equals("Update")) {
      errors.notSupported(operation.path(), "enum", "must be Apply or Update");
    }
    String type = entry.at("fieldsType").text();
    if (!type.isEmpty() && !type.equals("FieldsV1")) {
      errors.invalid(entry.at("fieldsType").path(), "fields-type", "must be FieldsV1");
    }
    manager(entry.at("manager"), errors);
    if (TextSize.bytes(entry.at("subresource").text()) > SUBRESOURCE_LIMIT) {
      errors.tooLong(
          entry.at("subresource").path(),
          "maxLength",
          "must be no more than " + SUBRESOURCE_LIMIT + " bytes");
    }
  }

  private static void manager(Value manager, Errors errors) {
    if (TextSize.bytes(manager.text()) > MANAGER_LIMIT) {
      errors.tooLong(
          manager.path(), "maxLength", "must be no more than " + MANAGER_LIMIT + " bytes");
    }
    String text = manager.text();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        errors.invalid(
            manager.path(), "printable", "has a character at " + i + " that can't be printed");
      }
    }
  }

  private static void report(List<String> problems, Value value, String origin, Errors errors) {
    for (String problem : problems) {
      errors.invalid(value.path(), origin, "is '" + value.text() + "', " + problem);
    }
  }

  /** What the store asks of every name, once the kind's own checks are content. */
  static void pathSegment(Value object, Errors errors) {
    Value name = object.at("metadata", "name");
    report(NameFormat.PATH_SEGMENT_NAME.problems(name.text()), name, "path-segment", errors);
  }
}
