package dev.seaworthy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuppressionCommentTest {

  @Test
  void namesRulesAndAReason() {
    SuppressionComment comment =
        read("image: a # seaworthy:ignore one, two -- it is -- well -- so").orElseThrow();

    assertThat(comment.rules()).containsExactly("one", "two");
    assertThat(comment.reason()).isEqualTo("it is -- well -- so");
    assertThat(comment.alone()).isFalse();
    assertThat(comment.place().column()).isEqualTo(10);
  }

  @Test
  void mayStandAloneAndLackAReason() {
    assertThat(read("  #seaworthy:ignore one")).hasValueSatisfying(comment -> {
      assertThat(comment.alone()).isTrue();
      assertThat(comment.rules()).isEqualTo(List.of("one"));
      assertThat(comment.reason()).isEmpty();
    });
  }

  @Test
  void isNoneWithinAWordOrWithoutItsSign() {
    assertThat(read("a#seaworthy:ignore one")).isEmpty();
    assertThat(read("seaworthy:ignore one")).isEmpty();
    assertThat(read("# seaworthy:ignore one # two")).isEmpty();
  }

  private static Optional<SuppressionComment> read(String line) {
    return SuppressionComment.in(line, "a.yaml", 1);
  }
}
