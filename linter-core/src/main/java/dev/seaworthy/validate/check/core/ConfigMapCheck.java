package dev.seaworthy.validate.check.core;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.Base64Text;
import dev.seaworthy.validate.format.TextSize;
import java.util.List;

/** What no single field of a ConfigMap can tell. Mirrors ValidateConfigMap. */
public final class ConfigMapCheck implements KindCheck {

  /** What the server writes for the path of a field whose name is empty. */
  private static final FieldPath WITHOUT_A_NAME = FieldPath.of("[]");

  static final int SIZE_LIMIT = 1024 * 1024;

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "ConfigMap");
  }

  @Override
  public void check(Value configMap, Request request, Errors errors) {
    if (request.isUpdate()) {
      staysImmutable(configMap, List.of("data", "binaryData"), errors);
    }
    Value data = configMap.at("data");
    Value binaryData = configMap.at("binaryData");
    DataKeys.check(data, errors);
    DataKeys.check(binaryData, errors);
    for (Mapping.Entry entry : data.node().entries()) {
      if (!binaryData.node().get(entry.key()).isAbsent()) {
        errors.invalid(data.path().key(entry.key()), "one-value-a-key", "is in binaryData as well");
      }
    }
    if (size(data, binaryData) > SIZE_LIMIT) {
      errors.add(FieldError.of(
              CauseType.TOO_LONG,
              data.node().isAbsent() ? binaryData.path() : data.path(),
              "size",
              "data and binaryData take more than " + SIZE_LIMIT + " bytes together")
          .withRemedy("Split it, or put large files into a volume or an image.")
          .namedAs(WITHOUT_A_NAME));
    }
  }

  private static long size(Value data, Value binaryData) {
    long size = 0;
    for (Mapping.Entry entry : data.node().entries()) {
      size += TextSize.bytes(entry.value().text());
    }
    for (Mapping.Entry entry : binaryData.node().entries()) {
      size += Base64Text.size(entry.value().text());
    }
    return size;
  }

  /** Once marked so, neither the mark nor the data can change. */
  static void staysImmutable(Value object, List<String> fields, Errors errors) {
    if (!object.before().at("immutable").isTrue()) {
      return;
    }
    if (!object.at("immutable").isTrue()) {
      errors.forbidden(
          object.at("immutable").path(), "immutable", "must not be taken back once it is true");
    }
    for (String field : fields) {
      Value data = object.at(field);
      if (data.isChanged() && (data.size() > 0 || data.before().size() > 0)) {
        errors.forbidden(data.path(), "immutable", "must not be changed where immutable is true");
      }
    }
  }
}
