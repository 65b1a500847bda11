package dev.seaworthy.validate.check.core.quota;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.check.core.pod.ResourceNameCheck;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.LabelFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The bounds of a namespace: one set a type, in an order that can hold. Mirrors ValidateLimitRange. */
public final class LimitRangeCheck implements KindCheck {

  private static final Set<String> TYPES = Set.of("Pod", "Container", "PersistentVolumeClaim");
  private static final List<String> DEFAULTS = List.of("default", "defaultRequest");

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "LimitRange");
  }

  @Override
  public void check(Value range, Request request, Errors errors) {
    Set<String> types = new HashSet<>();
    for (Value item : range.at("spec", "limits").items()) {
      Value type = item.at("type");
      type(type, errors);
      if (!types.add(type.text())) {
        errors.duplicate(type.path(), "uniqueItems", "is there twice: " + type.text());
      }
      amounts(item, errors);
      new LimitOrder(item, errors).check();
    }
  }

  private static void type(Value type, Errors errors) {
    String name = type.text();
    List<String> problems = LabelFormat.QUALIFIED_NAME.problems(name);
    errors.form(type.path(), "format=qualified-name", name, problems);
    if (problems.isEmpty() && name.indexOf('/') < 0 && !TYPES.contains(name)) {
      errors.invalid(
          type.path(),
          "limit-type",
          "is '" + name + "', must be Container, Pod or PersistentVolumeClaim");
    }
  }

  private static void amounts(Value item, Errors errors) {
    String type = item.at("type").text();
    names(type, item.at("max"), errors);
    names(type, item.at("min"), errors);
    for (String field : DEFAULTS) {
      if (!type.equals("Pod")) {
        names(type, item.at(field), errors);
      } else if (item.at(field).size() > 0) {
        errors.forbidden(item.at(field).path(), "no-defaults", "must not be given for type Pod");
      }
    }
    boolean bounded = item.at("min").key("storage").isPresent()
        || item.at("max").key("storage").isPresent();
    if (type.equals("PersistentVolumeClaim") && !bounded) {
      errors.required(
          item.path().child("limits"), "storage-bound", "must bound storage by min or max");
    }
    names(type, item.at("maxLimitRequestRatio"), errors);
  }

  private static void names(String type, Value amounts, Errors errors) {
    amounts.eachEntry((name, amount) -> {
      if (type.equals("Pod") || type.equals("Container")) {
        ResourceNameCheck.ofContainer(name, amount.path(), errors);
      } else {
        ResourceNameCheck.qualified(name, amount.path(), errors);
      }
    });
  }
}
