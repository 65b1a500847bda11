package dev.seaworthy.validate.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.data.TypeTable;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each word of the constraint files, by what it objects to. */
class ConstraintTest {

  private static final int NEWEST = 37;

  @Test
  void requiredObjectsToWhatIsMissingOrEmpty() {
    assertThat(objections("name\trequired", object("name", Absent.INSTANCE)))
        .containsExactly("FieldValueRequired name");
    assertThat(objections("name\trequired", object("name", Scalar.of("")))).hasSize(1);
    assertThat(objections("name\trequired", object("name", Sequence.EMPTY))).hasSize(1);
    assertThat(objections("name\trequired", object("name", Mapping.EMPTY))).isEmpty();
  }

  @Test
  void requiredSilencesTheWordsAfterIt() {
    assertThat(objections("name\trequired\tminLength=3", object("name", Scalar.of(""))))
        .hasSize(1);
    assertThat(objections("name\trequired\tminLength=3", object("name", Scalar.of("a"))))
        .containsExactly("FieldValueInvalid name");
  }

  @Test
  void forbiddenObjectsToAnyValue() {
    assertThat(objections("name\tforbidden", object("name", Scalar.of("a"))))
        .containsExactly("FieldValueForbidden name");
    assertThat(objections("name\tforbidden", object("other", Scalar.of("a")))).isEmpty();
  }

  @Test
  void boundsHoldForNumbersAndQuantities() {
    assertThat(objections("n\tminimum=1", object("n", Scalar.of(0)))).hasSize(1);
    assertThat(objections("n\tminimum=1", object("n", Scalar.of("500m")))).hasSize(1);
    assertThat(objections("n\tminimum=1", object("n", Scalar.of("1Ki")))).isEmpty();
    assertThat(objections("n\tmaximum=5", object("n", Scalar.of(6)))).hasSize(1);
    assertThat(objections("n\tminimum=1", object("other", Scalar.of(0)))).isEmpty();
    assertThat(objections("n\tminimum=1\tzero=judged", object("other", Scalar.of(0))))
        .hasSize(1);
  }

  @Test
  void lengthsAreInBytes() {
    assertThat(objections("t\tmaxLength=3", object("t", Scalar.of("éé"))))
        .containsExactly("FieldValueTooLong t");
    assertThat(objections("t\tminLength=2", object("t", Scalar.of("a")))).hasSize(1);
  }

  @Test
  void formatsAndEnumsPassOverEmptyTextUnlessTold() {
    assertThat(objections("t\tformat=dns-1123-label", object("t", Scalar.of(""))))
        .isEmpty();
    assertThat(objections("t\tformat=dns-1123-label\tempty=judged", object("t", Scalar.of(""))))
        .hasSize(1);
    assertThat(objections("t\tenum=A|B", object("t", Scalar.of("C"))))
        .containsExactly("FieldValueNotSupported t");
    assertThat(objections("t\tenum=A|B\tcause=invalid", object("t", Scalar.of("C"))))
        .containsExactly("FieldValueInvalid t");
  }

  @Test
  void listsHaveSizesAndDistinctItems() {
    Node twice = Sequence.ofStrings(List.of("a", "b", "a"));

    assertThat(objections("l\tmaxItems=2", object("l", twice)))
        .containsExactly("FieldValueTooMany l");
    assertThat(objections("l\tminItems=1", object("other", twice)))
        .containsExactly("FieldValueRequired l");
    assertThat(objections("l\tuniqueItems", object("l", twice)))
        .containsExactly("FieldValueDuplicate l[2]");
  }

  @Test
  void itemsAreToldApartByTheirKeys() {
    Node items =
        Sequence.of(List.of(object("name", Scalar.of("a")), object("name", Scalar.of("a"))));

    assertThat(objections("l\tuniqueItems=name", object("l", items)))
        .containsExactly("FieldValueDuplicate l[1].name");
  }

  @Test
  void fieldsDependOnEachOther() {
    Node first = object("first", Scalar.of("x"));

    assertThat(objections("first\tdependentRequired=second", first))
        .containsExactly("FieldValueRequired second");
    assertThat(objections("first\tdependentForbidden=third", first)).isEmpty();
    assertThat(objections(
            "first\tdependentForbidden=third",
            Mapping.of("first", Scalar.of("x"), "third", Scalar.of("y"))))
        .containsExactly("FieldValueForbidden third");
  }

  @Test
  void ofAUnionOneMemberIsSet() {
    Node both = Mapping.of("a", Mapping.EMPTY, "b", Mapping.EMPTY);

    assertThat(objections("\texactlyOneOf=a|b", both)).containsExactly("FieldValueForbidden b");
    assertThat(objections("\texactlyOneOf=a|b", object("c", Scalar.of(1))))
        .containsExactly("FieldValueRequired ");
    assertThat(objections("\tatMostOneOf=a|b", object("c", Scalar.of(1)))).isEmpty();
  }

  @Test
  void portsAreNumbersOrNames() {
    assertThat(objections("p\tport", object("p", Scalar.of(70_000)))).hasSize(1);
    assertThat(objections("p\tport", object("p", Scalar.of("8080")))).hasSize(1);
    assertThat(objections("p\tport", object("p", Scalar.of("http")))).isEmpty();
  }

  @Test
  void whatIsImmutableIsAskedOnUpdatesAlone() {
    Node before = object("mode", Scalar.of("A"));
    Node after = object("mode", Scalar.of("B"));

    assertThat(objections("mode\tupdate\timmutable", after)).isEmpty();
    assertThat(objections("mode\tupdate\timmutable", after, before))
        .containsExactly("FieldValueInvalid mode");
    assertThat(objections("mode\tupdate\timmutable", before, before)).isEmpty();
  }

  @Test
  void wordsHoldFromAReleaseToAnother() {
    Node zero = object("n", Scalar.of(0));

    assertThat(objections("n\tminimum=1\tsince=38", zero)).isEmpty();
    assertThat(objections("n\tminimum=1\tuntil=36", zero)).isEmpty();
    assertThat(objections("n\tminimum=1\tsince=37\tuntil=37", zero)).hasSize(1);
  }

  private static Mapping object(String field, Node value) {
    return Mapping.of(Map.of(field, value));
  }

  private static List<String> objections(String row, Node object) {
    return objections(row, object, Absent.INSTANCE);
  }

  private static List<String> objections(String row, Node object, Node before) {
    Errors errors = new Errors();
    Value struct = Value.root(object, before);
    ConstraintReader.read(TypeTable.rowsOf(row), NEWEST)
        .forEach((subject, constraints) -> constraints.check(
            subject.isEmpty() ? struct : struct.at(subject), before.isPresent(), errors));
    return errors.causes().stream().map(c -> c.type().word() + " " + c.field()).toList();
  }
}
