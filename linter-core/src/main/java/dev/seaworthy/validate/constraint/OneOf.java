package dev.seaworthy.validate.constraint;

import static java.util.stream.Collectors.joining;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.data.Row.Cell;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Of some fields of a struct one alone may be set. Judges the struct: none at all is a fault of the
 * struct if one is needed, a second one of that second field.
 *
 * @param members in the server's order: the first one that is set counts
 * @param exclusive whether there must be no second one
 * @param besides members that are not refused as second ones
 * @param others what becomes of what is inside a second one
 * @param missing the cause where none is set
 * @param cause of a second field
 */
public record OneOf(
    List<Member> members,
    Need need,
    boolean exclusive,
    List<String> besides,
    Others others,
    CauseType missing,
    CauseType cause)
    implements Constraint {

  /**
   * A field of the union.
   *
   * @param name the field
   * @param reportedAs the name that the server uses where it refuses the field as a second one
   */
  record Member(String name, String reportedAs) {

    static Member read(String text) {
      int as = text.indexOf(" as ");
      return as < 0
          ? new Member(text, text)
          : new Member(text.substring(0, as), text.substring(as + 4));
    }
  }

  /** Whether one of the fields must be set. */
  enum Need {
    NEEDED,
    OPTIONAL
  }

  /** Whether a second field is judged like the first. */
  enum Others {
    JUDGED,
    UNJUDGED
  }

  static OneOf read(Cell cell, Need need, boolean exclusive, LineOptions options) {
    return new OneOf(
        cell.list().stream().map(Member::read).toList(),
        need,
        exclusive,
        options.besides(),
        options.has("others") ? Others.UNJUDGED : Others.JUDGED,
        options.missing(CauseType.REQUIRED),
        options.cause(CauseType.FORBIDDEN));
  }

  @Override
  public String origin() {
    return exclusive ? need == Need.NEEDED ? "exactlyOneOf" : "atMostOneOf" : "atLeastOneOf";
  }

  @Override
  public void check(Value value, Errors errors) {
    String first = null;
    for (Member member : members) {
      if (value.node().get(member.name).isAbsent()) {
        continue;
      }
      Value field = value.at(member.name);
      if (exclusive ? field.isPresent() : !Required.isEmpty(field)) {
        if (first != null && exclusive && !besides.contains(member.name)) {
          errors.add(
              FieldError.of(cause, field.path(), origin(), "must not be set together with " + first)
                  .namedAs(value.path().child(member.reportedAs)));
        } else if (first == null) {
          first = member.name;
        }
      }
    }
    if (first == null && need == Need.NEEDED) {
      errors.add(missing, value.path(), origin(), "must have one of " + names());
    }
  }

  /** Whether the walk passes over {@code field}, because another one of the union counts. */
  public boolean silences(String field, Value struct) {
    if (others == Others.JUDGED
        || struct.node().size() < 2
        || !isMember(field)
        || besides.contains(field)) {
      return false;
    }
    for (Member member : members) {
      if (member.name.equals(field)) {
        return false;
      }
      if (struct.node().get(member.name).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private boolean isMember(String field) {
    for (Member member : members) {
      if (member.name.equals(field)) {
        return true;
      }
    }
    return false;
  }

  private String names() {
    return members.stream().map(Member::name).collect(joining(", "));
  }

  @Override
  public String words() {
    return (exclusive
            ? need == Need.NEEDED ? "exactly one of " : "at most one of "
            : "at least one of ")
        + names();
  }

  /** Said of the struct; null is none, and fits. */
  @Override
  public Mapping schema() {
    if (!exclusive) {
      return Presence.anyOf(
          orNull(members.stream().map(member -> Presence.set(member.name)).toList()));
    }
    List<Mapping> all = present(members);
    List<Mapping> rivals =
        present(members.stream().filter(one -> !besides.contains(one.name)).toList());
    if (rivals.size() == members.size() && need == Need.NEEDED) {
      return Mapping.of("oneOf", Sequence.of(orNull(all)));
    }
    List<Node> oneOrNone = new ArrayList<>(rivals);
    oneOrNone.add(Presence.not(Presence.anyOf(rivals)));
    Mapping schema = Mapping.of("oneOf", Sequence.of(oneOrNone));
    return need == Need.NEEDED ? schema.with("anyOf", Sequence.of(orNull(all))) : schema;
  }

  private static List<Mapping> present(List<Member> members) {
    return members.stream().map(member -> Presence.present(member.name)).toList();
  }

  private static List<Node> orNull(List<Mapping> schemas) {
    List<Node> all = new ArrayList<>(schemas);
    all.add(Presence.NULL);
    return all;
  }
}
