package dev.seaworthy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {

  private static final Span PLACE = new Span(3, 5, 9, 1);

  @ParameterizedTest(name = "{0} keys")
  @ValueSource(ints = {0, 1, 5, 23, 24, 200})
  void findsTheKeysThatItHasAndNoOthers(int count) {
    Map<String, Scalar> values = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      values.put("key-" + i, Scalar.of(i));
    }

    Mapping mapping = Mapping.of(values);

    assertThat(values).allSatisfy((key, value) -> assertThat(mapping.get(key)).isSameAs(value));
    for (int i = count; i < count + 200; i++) {
      assertThat(mapping.has("key-" + i)).isFalse();
    }
  }

  @ParameterizedTest(name = "{0} keys")
  @ValueSource(ints = {1, 23, 24})
  void findsAKeyByAnyTextOfTheSameLetters(int count) {
    Map<String, Scalar> values = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      values.put("key-" + i, Scalar.of(i));
    }

    assertThat(Mapping.of(values).get("key-" + (count - 1)).longOr(-1)).isEqualTo(count - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Aa", "BB"})
  void tellsKeysOfTheSameHashFromEachOther(String key) {
    Mapping mapping = Mapping.of(key, Scalar.of("here"));

    assertThat(mapping.get("Aa").isPresent()).isEqualTo(key.equals("Aa"));
    assertThat(mapping.get("BB").isPresent()).isEqualTo(key.equals("BB"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5_000})
  void otherEntriesTakeItsPlace(int column) {
    Span place = new Span(PLACE.line(), column, PLACE.endLine(), PLACE.endColumn());
    Mapping mapping = new Mapping(List.of(), place);
    Mapping.Entry entry = new Mapping.Entry("a", Span.NONE, Scalar.of("b"));

    Mapping other = mapping.holding(List.of(entry));

    assertThat(other.span()).isEqualTo(place);
    assertThat(other.get("a").text()).isEqualTo("b");
  }
}
