package dev.seaworthy.validate;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.TextSize;
import java.util.List;

/**
 * What must hold for the managed fields that a client sends. The server keeps its own books: if it
 * can't make sense of a client's entries, it drops them all without a word, and judges none.
 */
final class ManagedFieldsCheck {

  private static final int MANAGER_LIMIT = 128;
  private static final int SUBRESOURCE_LIMIT = 256;

  private ManagedFieldsCheck() {}

  static void check(Value entries, Errors errors) {
    List<Value> items = entries.items();
    for (Value entry : items) {
      if (!makesSense(entry)) {
        return;
      }
    }
    for (Value entry : items) {
      manager(entry.at("manager"), errors);
      tooLong(entry.at("subresource"), SUBRESOURCE_LIMIT, errors);
    }
  }

  private static boolean makesSense(Value entry) {
    String operation = entry.at("operation").text();
    return (operation.equals("Apply") || operation.equals("Update"))
        && entry.at("fieldsType").text().equals("FieldsV1");
  }

  private static void manager(Value manager, Errors errors) {
    tooLong(manager, MANAGER_LIMIT, errors);
    String text = manager.text();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        errors.invalid(
            manager.path(), "printable", "has a character at " + i + " that can't be printed");
      }
    }
  }

  private static void tooLong(Value value, int limit, Errors errors) {
    if (TextSize.bytes(value.text()) > limit) {
      errors.tooLong(value.path(), "maxLength", "must be no more than " + limit + " bytes");
    }
  }
}
