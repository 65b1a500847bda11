package dev.seaworthy.validate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of a definition, asked of its objects. */
class ObjectValidationsTest {

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "self.a < 3 | {a: 2} | true",
        "self.a < 3 | {a: 3} | false",
        "has(self.b) | {a: 1} | false",
        "self.a__dash__c == 1 | {a-c: 1} | true",
        "self.num == 1.0 | {num: 1} | true",
        "self.when > timestamp('2020-01-01T00:00:00Z') | {when: '2024-01-01T00:00:00Z'} | true",
        "self.took < duration('1h') | {took: 61m} | false",
        "type(self.port) == int | {port: http} | false",
        "quantity(self.b).isLessThan(quantity('1Gi')) | {b: 1Mi} | true",
        "cidr('10.0.0.0/8').containsIP(self.b) | {b: 11.0.0.1} | false",
        "ip.isCanonical(self.b) | {b: '2001:DB8::1'} | false",
        "url(self.b).getHostname() == 'a.b' | {b: 'https://a.b:80/c'} | true",
        "semver(self.b).compareTo(semver('1.10.0')) < 0 | {b: 1.9.0} | true",
        "self.b.find('[0-9]+') == '12' | {b: ab12c} | true",
        "'%s is %d'.format([self.b, 1]) == 'x is 1' | {b: x} | true",
        "!format.dns1123Label().validate(self.b).hasValue() | {b: Web} | false",
        "self.l.sum() == 6 && self.l.isSorted() | {l: [1, 2, 3]} | true",
        "10 / self.a > 1 | {a: 0} | false",
      })
  void holdsOrNot(String rule, String value, boolean holds) {
    assertThat(broken(rule, value, Absent.INSTANCE).isEmpty()).isEqualTo(holds);
  }

  @Test
  void aRuleOfChangesIsAskedOnlyWhereThereWasSomething() {
    assertThat(broken("self.a >= oldSelf.a", "{a: 1}", Absent.INSTANCE)).isEmpty();
    assertThat(broken("self.a >= oldSelf.a", "{a: 1}", spec("{a: 2}"))).hasSize(1);
  }

  @ParameterizedTest(name = "{0}, after {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{set: [a, b]} | {set: [b, a]} | true",
        "{set: [a, b]} | {set: [a, c]} | false",
        "{l: [1, 2]} | {l: [2, 1]} | false",
        "{rooms: [{namespace: a}, {namespace: b}]} | {rooms: [{namespace: b}, {namespace: a}]} | true",
        "{rooms: [{namespace: a, size: 1}]} | {rooms: [{namespace: a, size: 2}]} | false",
      })
  void theOrderOfListsWithKeysIsNoChange(String value, String previous, boolean holds) {
    assertThat(broken("self == oldSelf", value, spec(previous)).isEmpty()).isEqualTo(holds);
  }

  @Test
  void whatWasWrongBeforeAndIsUnchangedIsForgivenWithAWarning() {
    Mapping object = spec("{a: 9}");

    ObjectValidations.Answer answer =
        new ObjectValidations().judge(schema("self.a < 3"), object, object);

    assertThat(answer.errors()).isEmpty();
    assertThat(answer.warnings()).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "lists.range(1000000000).size() > 0",
        "lists.range(1000000000).size() > 0 || true",
        "self.b.split('').map(x, self.b.split('')).size() > 0",
        "self.b.replace('a', self.b).replace('a', self.b).replace('a', self.b).size() > 0",
        "self.b.split('').map(x, self.b.replace('a', self.b)).join('').size() > 0",
        "lists.range(1000).map(i, self.b).join(self.b.replace('a', self.b)).size() > 0",
        "self.b.replace('a', 'aaaaaaaaaa').matches(self.b.replace('a', 'aaaaaaaaaa'))",
        "self.b.split('').all(x, self.b.matches(self.b))",
        "self.b.split('').all(x, self.b.find(self.b) == self.b)",
      })
  void aRuleThatMakesTooMuchIsGivenUp(String rule) {
    Mapping object = spec("{b: " + "a".repeat(1000) + "}");

    assertThat(
            new ObjectValidations().judge(schema(rule), object, Absent.INSTANCE).errors())
        .singleElement()
        .satisfies(error -> {
          assertThat(error.field()).hasToString("spec");
          assertThat(error.message()).contains("costs too much");
        });
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "lists.range(1000).map(i, i + 1).size() == 1000",
        "self.b.split('').all(x, self.b.replace('a', 'bb').size() == 2000)",
        "self.b.split('').map(x, x + self.b).join(', ').size() == 1002998",
        "self.b.matches(self.b) && self.b.find(self.b) == self.b",
        "self.b.split('').all(x, self.b.matches('^a+$'))",
      })
  void whatIsLargeButAffordableIsJudged(String rule) {
    assertThat(broken(rule, "{b: " + "a".repeat(1000) + "}", Absent.INSTANCE)).isEmpty();
  }

  private static List<String> broken(String rule, String value, Node previous) {
    return new ObjectValidations()
        .judge(schema(rule), spec(value), previous).errors().stream()
            .map(error -> error.field().toString())
            .toList();
  }

  private static Mapping spec(String value) {
    return (Mapping) read("spec: " + value);
  }

  private static StructuralSchema schema(String rule) {
    return StructuralSchema.of(read("""
        type: object
        properties:
          spec:
            type: object
            x-kubernetes-validations:
            - rule: |
                RULE
            properties:
              a: {type: integer}
              a-c: {type: integer}
              b: {type: string}
              num: {type: number}
              l: {type: array, items: {type: integer}}
              when: {type: string, format: date-time}
              took: {type: string, format: duration}
              port: {x-kubernetes-int-or-string: true}
              set: {type: array, x-kubernetes-list-type: set, items: {type: string}}
              rooms:
                type: array
                x-kubernetes-list-type: map
                x-kubernetes-list-map-keys: [namespace]
                items:
                  type: object
                  properties: {namespace: {type: string}, size: {type: integer}}
        """.replace("RULE", rule)));
  }

  private static Node read(String yaml) {
    return new ManifestReader()
        .read("a.yaml", ("apiVersion: v1\nkind: Any\n" + yaml).getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
  }
}
