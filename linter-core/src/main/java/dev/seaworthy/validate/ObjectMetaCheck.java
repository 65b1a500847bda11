package dev.seaworthy.validate;

import dev.seaworthy.api.ResourceType;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.check.meta.Finalizers;
import dev.seaworthy.validate.check.meta.MetadataMaps;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.LabelFormat;
import dev.seaworthy.validate.format.NameFormat;
import java.util.List;

/**
 * What must hold for the metadata of every object. Mirrors ValidateObjectMeta and
 * ValidateObjectMetaUpdate.
 */
final class ObjectMetaCheck {

  /** The release since which causes about owners name them by their index. */
  private static final int ITEMS_NAMED_SINCE = 36;

  private static final List<String> UNCHANGEABLE =
      List.of("uid", "deletionTimestamp", "deletionGracePeriodSeconds");

  private ObjectMetaCheck() {}

  static void check(ResourceType type, Value object, Request request, Errors errors) {
    Value meta = object.at("metadata");
    MetaRule rule = MetaRule.of(type, request.release());
    if (!rule.stored()) {
      return;
    }
    if (request.isCreate()) {
      names(rule, meta, errors);
      namespace(type, meta.at("namespace"), errors);
    } else {
      unchangeable(meta, errors);
    }
    if (!rule.countsGenerations() && meta.at("generation").number() < 0) {
      errors.invalid(meta.at("generation").path(), "minimum", "must not be negative");
    }
    errors.afresh();
    MetadataMaps.labels(meta.at("labels"), errors);
    errors.afresh();
    MetadataMaps.annotations(meta.at("annotations"), errors);
    errors.afresh();
    owners(meta.at("ownerReferences"), request, errors);
    errors.afresh();
    finalizers(rule, meta.at("finalizers"), errors);
    ManagedFieldsCheck.check(meta.at("managedFields"), errors);
    if (request.isUpdate() && errors.count() > 0) {
      new RepeatedMetadata(type.gvk().groupKind(), request).repeat(meta, UNCHANGEABLE, errors);
    }
  }

  /** What must hold for what a pod does not share with the others of its template. */
  static void ofItsOwn(ResourceType type, Value object, Request request, Errors errors) {
    Value meta = object.at("metadata");
    names(MetaRule.of(type, request.release()), meta, errors);
    owners(meta.at("ownerReferences"), request, errors);
    if (errors.count() == 0) {
      pathSegment(type, object, errors);
    }
  }

  private static void names(MetaRule rule, Value meta, Errors errors) {
    Value prefix = meta.at("generateName");
    if (!prefix.text().isEmpty() && rule.judgesPrefix()) {
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
    for (String field : UNCHANGEABLE) {
      if (meta.at(field).isChanged()) {
        errors.invalid(meta.at(field).path(), "immutable", "must not be changed");
      }
    }
  }

  private static void owners(Value owners, Request request, Errors errors) {
    String controller = "";
    for (Value owner : owners.items()) {
      int known = errors.count();
      owner(owner, errors);
      if (!request.isSince(ITEMS_NAMED_SINCE)) {
        errors.change(known, cause -> withoutIndex(cause, owners));
      }
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

  /** Older servers name the list in place of its item, and what is missing invalid. */
  private static FieldError withoutIndex(FieldError cause, Value owners) {
    FieldPath field = cause.field().isIndex()
        ? owners.path()
        : owners.path().child(cause.field().lastStep());
    return new FieldError(
        CauseType.INVALID, field, cause.origin(), cause.message(), cause.remedy(), cause.place());
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

  private static void finalizers(MetaRule rule, Value finalizers, Errors errors) {
    boolean orphan = false;
    boolean foreground = false;
    for (Value finalizer : finalizers.items()) {
      String name = finalizer.text();
      // The server names the list, not the item.
      for (String problem : LabelFormat.QUALIFIED_NAME.problems(name)) {
        errors.invalid(finalizers.path(), "finalizer", "has '" + name + "', which " + problem);
      }
      if (rule.knowsFinalizers() && !Finalizers.isQualified(name)) {
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

  private static void report(List<String> problems, Value value, String origin, Errors errors) {
    for (String problem : problems) {
      errors.invalid(value.path(), origin, "is '" + value.text() + "', " + problem);
    }
  }

  /** What the store asks of every name, once the kind's own checks are content. */
  static void pathSegment(ResourceType type, Value object, Errors errors) {
    if (!MetaRule.of(type).stored()) {
      return;
    }
    Value name = object.at("metadata", "name");
    report(NameFormat.PATH_SEGMENT_NAME.problems(name.text()), name, "path-segment", errors);
  }
}
