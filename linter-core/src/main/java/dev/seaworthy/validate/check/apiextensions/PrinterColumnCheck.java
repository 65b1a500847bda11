package dev.seaworthy.validate.check.apiextensions;

import java.util.List;

/** A column of what kubectl prints. Mirrors ValidateCustomResourceColumnDefinition. */
final class PrinterColumnCheck {

  private static final List<String> TYPES =
      List.of("boolean", "date", "integer", "number", "string");
  private static final List<String> FORMATS =
      List.of("byte", "date", "date-time", "double", "float", "int32", "int64", "password");

  private PrinterColumnCheck() {}

  static void check(Place column, Findings findings) {
    if (column.at("name").text().isEmpty()) {
      findings.required(column.at("name"), "required", "must be given");
    }
    if (column.at("type").text().isEmpty()) {
      findings.required(column.at("type"), "required", "must be given");
    } else {
      one(column.at("type"), TYPES, findings);
    }
    if (!column.at("format").text().isEmpty()) {
      one(column.at("format"), FORMATS, findings);
    }
    Place path = column.at("jsonPath").named(column.named().child("JSONPath"));
    if (path.text().isEmpty()) {
      findings.required(path, "required", "must be given");
    } else {
      SimplePath.check(path, findings);
    }
  }

  private static void one(Place word, List<String> words, Findings findings) {
    if (!words.contains(word.text())) {
      findings.invalid(
          word, "enum", "is '" + word.text() + "', must be one of " + String.join(", ", words));
    }
  }
}
