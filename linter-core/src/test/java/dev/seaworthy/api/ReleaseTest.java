package dev.seaworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"1.31", "v1.31", " 1.31 ", "1.31.4", "v1.31.4-eks-1a2b", "1.31+", "1.31-x"})
  void readsWhatPeopleAndClustersWrite(String text) {
    assertThat(Release.parse(text)).contains(new Release(31));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "v", "1", "1.", "2.31", "1.x", "1.31.", "1.31.x", "1.31x", "1.1234", "vv1.31"})
  void takesNothingElseForARelease(String text) {
    assertThat(Release.parse(text)).isEmpty();
  }
}
