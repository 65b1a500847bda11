package dev.seaworthy.validate.check.events;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.LabelFormat;
import dev.seaworthy.validate.format.TextSize;

/**
 * What both kinds of events must hold, though they name fields differently. Mirrors
 * legacyValidateEvent, which names them as the core does, but for the reporter.
 *
 * @param involved the object that the event is about
 * @param reporter the controller that tells of it
 * @param message the text for people
 */
record EventFields(Value event, Value involved, Value reporter, Value message) {

  private static final int LONGEST_WORD = 128;
  private static final int LONGEST_MESSAGE = 1024;

  void check(Errors errors) {
    if (event.at("eventTime").isAbsent()) {
      sameNamespace(errors);
      return;
    }
    String namespace = event.at("metadata", "namespace").text();
    boolean ofCluster = namespace.equals("default") || namespace.equals("kube-system");
    if (involved.at("namespace").text().isEmpty() && !ofCluster) {
      otherNamespace(errors);
    }
    reporter(errors);
    word(event.at("reportingInstance"), errors);
    word(event.at("action"), errors);
    word(event.at("reason"), errors);
    if (TextSize.bytes(message.text()) > LONGEST_MESSAGE) {
      errors.add(FieldError.of(
              CauseType.INVALID,
              message.path(),
              "maxLength",
              "must be at most " + LONGEST_MESSAGE + " bytes")
          .namedAs(FieldPath.of("message")));
    }
  }

  private void sameNamespace(Errors errors) {
    String about = involved.at("namespace").text();
    String namespace = event.at("metadata", "namespace").text();
    boolean same = about.isEmpty() ? namespace.equals("default") : about.equals(namespace);
    if (!same) {
      otherNamespace(errors);
    }
  }

  private void otherNamespace(Errors errors) {
    errors.add(FieldError.of(
            CauseType.INVALID,
            involved.at("namespace").path(),
            "same-namespace",
            "must be the namespace of the event")
        .namedAs(FieldPath.of("involvedObject", "namespace")));
  }

  private void reporter(Errors errors) {
    String name = reporter.text();
    if (name.isEmpty()) {
      errors.required(reporter.path(), "required", "must be given");
    }
    errors.form(reporter.path(), "qualified-name", name, LabelFormat.QUALIFIED_NAME.problems(name));
  }

  private static void word(Value field, Errors errors) {
    if (field.text().isEmpty()) {
      errors.required(field.path(), "required", "must be given");
    } else if (TextSize.bytes(field.text()) > LONGEST_WORD) {
      errors.invalid(field.path(), "maxLength", "must be at most " + LONGEST_WORD + " bytes");
    }
  }
}
