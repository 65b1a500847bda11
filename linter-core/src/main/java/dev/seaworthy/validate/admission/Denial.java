package dev.seaworthy.validate.admission;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a plug-in does not let an object in.
 *
 * @param code the HTTP status: mostly 403
 * @param reason the {@code metav1.StatusReason}
 * @param field where a person would change the object; the server names none
 * @param message what is wrong, so that it reads well after the field's name
 * @param causes what the server names as causes, seldom any
 * @param details each single thing that is wrong, at its field, where the message is about several
 */
public record Denial(
    PluginName plugin,
    int code,
    String reason,
    FieldPath field,
    String message,
    List<FieldError> causes,
    List<FieldError> details) {

  public Denial {
    causes = List.copyOf(causes);
    details = List.copyOf(details);
  }

  public Denial(
      PluginName plugin,
      int code,
      String reason,
      FieldPath field,
      String message,
      List<FieldError> causes) {
    this(plugin, code, reason, field, message, causes, List.of());
  }

  /** A 403 for several things at once, all of which {@code demand} asks. */
  static Denial forbidden(PluginName plugin, String demand, List<FieldError> details) {
    String told = details.stream()
        .map(one -> one.origin() + " (" + one.place() + " " + one.message() + ")")
        .collect(Collectors.joining(", "));
    return new Denial(
        plugin,
        403,
        "Forbidden",
        details.get(0).place(),
        "violates " + demand + ": " + told,
        List.of(),
        details.stream()
            .map(one -> one.withMessage(one.message() + " (" + demand + ")"))
            .toList());
  }

  /**
   * With a message as the server puts it: events and conditions carry it, where people and programs
   * look for it.
   */
  Denial tellingAsServer(String told) {
    return new Denial(plugin, code, reason, field, told, causes, details);
  }

  /** The denial in the form of a cause. */
  public FieldError asCause() {
    return FieldError.of(CauseType.FORBIDDEN, field, plugin.word(), message);
  }

  /** The denial in the form of causes, for lists of everything that is wrong. */
  public List<FieldError> asCauses() {
    return details.isEmpty() ? List.of(asCause()) : details;
  }
}
