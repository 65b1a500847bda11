package dev.seaworthy.validate.field;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.format.StringFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Where checks report. An origin names the check that objects; a message reads well after the
 * field's name.
 */
public final class Errors {

  private final List<FieldError> causes = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private CauseIndex index = new CauseIndex();
  private final Doubt doubt;
  private final List<FieldPath> postponed = new ArrayList<>(0);
  private int questions;

  public Errors() {
    this(Doubt.NONE);
  }

  /** What is concluded from a value of {@code doubt}, or said of one, does not count. */
  public Errors(Doubt doubt) {
    this.doubt = doubt;
  }

  /** What is said from here on builds on nothing that was asked before. */
  public void afresh() {
    questions = doubt.questions();
  }

  public void required(FieldPath field, String origin, String message) {
    add(CauseType.REQUIRED, field, origin, message);
  }

  public void invalid(FieldPath field, String origin, String message) {
    add(CauseType.INVALID, field, origin, message);
  }

  public void notSupported(FieldPath field, String origin, String message) {
    add(CauseType.NOT_SUPPORTED, field, origin, message);
  }

  public void forbidden(FieldPath field, String origin, String message) {
    add(CauseType.FORBIDDEN, field, origin, message);
  }

  public void duplicate(FieldPath field, String origin, String message) {
    add(CauseType.DUPLICATE, field, origin, message);
  }

  public void notFound(FieldPath field, String origin, String message) {
    add(CauseType.NOT_FOUND, field, origin, message);
  }

  public void tooLong(FieldPath field, String origin, String message) {
    add(CauseType.TOO_LONG, field, origin, message);
  }

  public void tooMany(FieldPath field, String origin, String message) {
    add(CauseType.TOO_MANY, field, origin, message);
  }

  public void add(CauseType type, FieldPath field, String origin, String message) {
    add(FieldError.of(type, field, origin, message));
  }

  public void add(FieldError error) {
    if (doubt.questions() == questions) {
      causes.add(error);
    }
  }

  public void warn(FieldPath field, String origin, String message) {
    warn(new Warning(field, origin, message));
  }

  public void warn(Warning warning) {
    warnings.add(warning);
  }

  /** How many causes there are, to find out whether a check added any. */
  public int count() {
    return causes.size();
  }

  public List<FieldError> causes() {
    return doubt.certain(postponed.isEmpty() ? causes : causes(false));
  }

  /**
   * Leaves out of the answer what is wrong at or below {@code path}, found already or not yet: the
   * server does not look there before something else is mended.
   */
  public void postpone(FieldPath path) {
    postponed.add(path);
  }

  /** What the server would find once everything else is mended. */
  public List<FieldError> later() {
    return postponed.isEmpty() ? List.of() : doubt.certain(causes(true));
  }

  private List<FieldError> causes(boolean later) {
    return causes.stream()
        .filter(cause -> later == postponed.stream().anyMatch(path -> isWithin(cause, path)))
        .toList();
  }

  private static boolean isWithin(FieldError cause, FieldPath path) {
    String place = path.toString();
    String field = cause.field().toString();
    return field.equals(place) || field.startsWith(place + ".") || field.startsWith(place + "[");
  }

  /** Whether anything is wrong at {@code path}, or at a field below it. */
  public boolean anyAt(FieldPath path) {
    return !causes.isEmpty() && index.catchUp(causes).anyAt(path);
  }

  /** Whether there must be nothing at {@code path}. */
  public boolean isRefused(FieldPath path) {
    return !causes.isEmpty() && index.catchUp(causes).isRefused(path);
  }

  /**
   * Says the causes since the {@code from}th of another field, as the server does where it names the
   * list for its item: "has a name that must be given".
   */
  public void rename(int from, FieldPath field) {
    change(
        from,
        cause -> cause.namedAs(field, "has " + named(cause.place()) + " that " + cause.message()));
  }

  /** Says the causes since the {@code from}th in another way. */
  public void change(int from, UnaryOperator<FieldError> change) {
    index = new CauseIndex();
    for (int i = from; i < causes.size(); i++) {
      causes.set(i, change.apply(causes.get(i)));
    }
  }

  private static String named(FieldPath place) {
    return place.isIndex() ? "an item" : "a " + place.lastStep();
  }

  /** Reports each of the ways in which a text breaks {@code form}. */
  public void form(Value value, StringFormat form) {
    form(value.path(), "format=" + form.key(), value.text(), form.problems(value.text()));
  }

  /** Reports each of the ways in which a text breaks a form. */
  public void form(FieldPath field, String origin, String text, List<String> problems) {
    for (String problem : problems) {
      invalid(field, origin, "is '" + text + "', " + problem);
    }
  }

  /** Says again what was found at the fields at or below {@code path}: the server judges it twice. */
  public void repeat(FieldPath path) {
    repeat(path, 1);
  }

  private List<FieldError> causesAt(FieldPath path) {
    return causes.stream().filter(cause -> isWithin(cause, path)).toList();
  }

  /** The same, {@code times} over. */
  public void repeat(FieldPath path, int times) {
    List<FieldError> found = causesAt(path);
    for (int i = 0; i < times; i++) {
      causes.addAll(found);
    }
  }

  /** The causes without those that say the same of the same field again. */
  public List<FieldError> distinctCauses() {
    Map<FieldError.Said, FieldError> distinct = new LinkedHashMap<>();
    causes().forEach(cause -> distinct.putIfAbsent(cause.said(), cause));
    return List.copyOf(distinct.values());
  }

  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }
}
