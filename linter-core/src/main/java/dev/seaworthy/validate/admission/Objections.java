package dev.seaworthy.validate.admission;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Doubt;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where plug-ins object and warn. The first denial counts. */
public final class Objections {

  private final List<Warning> warnings = new ArrayList<>(0);
  private final Doubt doubt;
  private @Nullable Denial denial;
  private int questions;

  /** What is concluded from a value of {@code doubt}, or said of one, does not count. */
  public Objections(Doubt doubt) {
    this.doubt = doubt;
  }

  /** What is said from here on builds on nothing that was asked before. */
  void afresh() {
    questions = doubt.questions();
  }

  /** Turns the object away with 403 Forbidden. */
  public void forbid(PluginName plugin, FieldPath field, String message) {
    deny(new Denial(plugin, 403, "Forbidden", field, message, List.of()));
  }

  /** Turns the object away with 403 Forbidden and a cause that the server names. */
  public void forbid(PluginName plugin, FieldError cause) {
    deny(new Denial(plugin, 403, "Forbidden", cause.field(), cause.message(), List.of(cause)));
  }

  /**
   * Turns the object away with 403 Forbidden for several things, each at its field, that {@code
   * demand} asks; what is said of values that nobody knows does not count.
   */
  public void forbid(PluginName plugin, String demand, List<FieldError> details) {
    List<FieldError> certain = doubt.certain(details);
    if (!certain.isEmpty()) {
      deny(Denial.forbidden(plugin, demand, certain));
    }
  }

  /** The same, told as {@code told} where the server's answer is shown and not the fields. */
  public void forbid(PluginName plugin, String demand, List<FieldError> details, String told) {
    List<FieldError> certain = doubt.certain(details);
    if (!certain.isEmpty()) {
      deny(Denial.forbidden(plugin, demand, certain).tellingAsServer(told));
    }
  }

  public void deny(Denial why) {
    if (denial == null && isCertain(why)) {
      denial = why;
    }
  }

  private boolean isCertain(Denial why) {
    return doubt.questions() == questions
        && !doubt.certain(List.of(why.asCause())).isEmpty();
  }

  /** Warns, once of the same: plug-ins may see an object twice. */
  public void warn(PluginName plugin, FieldPath field, String message) {
    Warning warning = new Warning(field, plugin.word(), message);
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
  }

  public Optional<Denial> denial() {
    return Optional.ofNullable(denial);
  }

  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }
}
