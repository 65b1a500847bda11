package dev.seaworthy.validate.admission;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.util.List;

/**
 * Why a plug-in does not let an object in.
 *
 * @param code the HTTP status: mostly 403
 * @param reason the {@code metav1.StatusReason}
 * @param field where a person would change the object; the server names none
 * @param message what is wrong, so that it reads well after the field's name
 * @param causes what the server names as causes, seldom any
 */
public record Denial(
    PluginName plugin,
    int code,
    String reason,
    FieldPath field,
    String message,
    List<FieldError> causes) {

  public Denial {
    causes = List.copyOf(causes);
  }

  /** The denial in the form of a cause, for lists of everything that is wrong. */
  public FieldError asCause() {
    return FieldError.of(CauseType.FORBIDDEN, field, plugin.word(), message);
  }
}
