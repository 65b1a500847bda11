package dev.seaworthy.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordSearchTest {

  private final WordSearch search = new WordSearch(List.of("LimitRange", "LimitedRange"));

  @Test
  void findsAWordWhereverItStands() {
    assertThat(search.mayFindAny(utf8("LimitRange"))).isTrue();
    assertThat(search.mayFindAny(utf8("kind: LimitRange\n"))).isTrue();
    assertThat(search.mayFindAny(utf8("größer: LimitedRange"))).isTrue();
  }

  @Test
  void findsNothingInPartsOfAWord() {
    assertThat(search.mayFindAny(utf8(""))).isFalse();
    assertThat(search.mayFindAny(utf8("LimitRang"))).isFalse();
    assertThat(search.mayFindAny(utf8("Limit: Range, größer"))).isFalse();
  }

  @Test
  void leavesOpenWhatATextOfTwoBytesACharacterHolds() {
    assertThat(search.mayFindAny("a: b".getBytes(StandardCharsets.UTF_16))).isTrue();
    assertThat(search.mayFindAny("a: b".getBytes(StandardCharsets.UTF_16LE))).isTrue();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
