package dev.seaworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNameTest {

  private static final List<String> KNOWN =
      List.of("containers", "image", "imagePullPolicy", "name", "replicas", "tty");

  @ParameterizedTest(name = "{0} was meant to be {1}")
  @CsvSource({
    "replica, replicas",
    "Replicas, replicas",
    "contianers, containers",
    "imgae, image",
    "imagePulPolici, imagePullPolicy",
    "nam, name",
    "tyt, tty"
  })
  void findsWhatWasMeant(String written, String meant) {
    assertThat(NearestName.of(written, KNOWN)).hasValue(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "bogus", "volumes", "completelyDifferent"})
  void doesNotGuessFromFarAway(String written) {
    assertThat(NearestName.of(written, KNOWN)).isEmpty();
  }

  @Test
  void takesTheFirstOfEquallyNearNames() {
    assertThat(NearestName.of("cpx", List.of("cpu", "cpa"))).hasValue("cpa");
  }
}
