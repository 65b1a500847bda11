package dev.seaworthy.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameIndexTest {

  @ParameterizedTest(name = "{0} may be a slip for {1}")
  @CsvSource({
    "setings, settings",
    "settigns, settings",
    "Settings, settings",
    "settings-v2x, settings-v2",
    "data-1, data",
    "confg-17, config-17"
  })
  void aFewLettersMakeASlip(String written, String meant) {
    assertThat(NameIndex.of(List.of("other", meant)).nearest(written)).contains(meant);
    assertThat(NearestName.to(written, List.of("other", meant))).contains(meant);
    assertThat(NearestName.isNear(written, meant)).isTrue();
  }

  @ParameterizedTest(name = "{0} is no slip for {1}")
  @CsvSource({
    "app-00000, app-00002",
    "app-9, app-10",
    "confg-1, config-2",
    "v1-shop-3, v2-shop-3",
    "web, shop",
    "settings, settings"
  })
  void namesThatNumberThingsApartAreNoSlips(String written, String other) {
    assertThat(NameIndex.of(List.of(other)).nearest(written)).isEmpty();
    assertThat(NearestName.to(written, List.of(other))).isEmpty();
    assertThat(NearestName.isNear(written, other)).isFalse();
  }

  @Test
  void ofEqualsTheFirstCounts() {
    assertThat(NameIndex.of(List.of("cat", "car")).nearest("cap")).contains("cat");
    assertThat(NameIndex.of(List.of("car", "cat")).nearest("cap")).contains("car");
  }

  @Test
  void theNearestComeFirst() {
    List<String> names = List.of("settingsxx", "setting", "settingsx", "shop");

    assertThat(NameIndex.of(names).near("settings", 9))
        .containsExactly("setting", "settingsx", "settingsxx");
    assertThat(NameIndex.of(names).near("settings", 1)).containsExactly("setting");
  }

  @Test
  void itAnswersAsAComparisonWithEveryNameDoes() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      List<String> names = randomNames(random, 40);
      NameIndex index = NameIndex.of(names);
      for (String asked : randomNames(random, 10)) {
        assertThat(index.nearest(asked))
            .as("%s among %s", asked, names)
            .isEqualTo(NearestName.to(asked, names));
        assertThat(index.oneSlipFrom(asked))
            .as("one slip from %s among %s", asked, names)
            .isEqualTo(
                NearestName.to(asked, names).filter(name -> NearestName.isOneSlip(asked, name)));
      }
    }
  }

  private static List<String> randomNames(Random random, int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder name = new StringBuilder();
      for (int length = 1 + random.nextInt(10); length > 0; length--) {
        name.append("aabbA-12".charAt(random.nextInt(8)));
      }
      names.add(name.toString());
    }
    return names.stream().distinct().toList();
  }

  @Test
  void serialNamesCostNoMoreTheMoreThereAre() {
    NameIndex few = NameIndex.of(serial("app-%05d-config", 50));
    NameIndex many = NameIndex.of(serial("app-%05d-config", 20_000));

    NameSearch slip = many.search("app-00007-confg");

    assertThat(slip.nearest()).contains("app-00007-config");
    assertThat(slip.steps()).isEqualTo(few.search("app-00007-confg").steps());
    assertThat(many.search("app-99999-config").steps())
        .isEqualTo(few.search("app-99999-config").steps());
  }

  @Test
  void namesWithoutLikenessAreHardlyLookedAt() {
    Random random = new Random(11);
    List<String> names = IntStream.range(0, 5_000).mapToObj(i -> word(random)).toList();
    NameIndex index = NameIndex.of(names);

    long steps = IntStream.range(0, 100)
        .mapToLong(i -> index.search(word(random)).steps())
        .sum();

    // Every letter of every name would be 100,000.
    assertThat(steps / 100).isLessThan(4_000);
    assertThat(index.nearest(names.get(4_000) + "x")).contains(names.get(4_000));
  }

  private static String word(Random random) {
    return random
        .ints(20, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static List<String> serial(String format, int count) {
    return IntStream.range(0, count).mapToObj(format::formatted).toList();
  }
}
