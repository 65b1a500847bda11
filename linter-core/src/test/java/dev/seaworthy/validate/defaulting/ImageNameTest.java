package dev.seaworthy.validate.defaulting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An image is pulled every time only if it is named, and named latest. */
class ImageNameTest {

  private static final String SUM = "f".repeat(64);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web",
        "web:latest",
        "shop/web",
        "localhost/web",
        "registry.example:5000/shop/web",
        "[fe80::1]:5000/web",
        "Registry/web",
        "a.b__c-d---e_f"
      })
  void isLatest(String image) {
    assertThat(ImageName.isLatest(image)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"web:1", "shop/web:1.2", "registry.example:5000/web:1"})
  void isNotLatestWithAnotherTag(String image) {
    assertThat(ImageName.isLatest(image)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"web@sha256:%s", "web:1@sha256:%s", "%s"})
  void isNotLatestByItsSum(String image) {
    assertThat(ImageName.isLatest(image.formatted(SUM))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Web",
        "-1",
        "a.",
        ".a",
        "a___b",
        "a._b",
        "web:",
        "web:.1",
        "a b",
        "50%",
        "/web",
        "shop//web",
        "registry.example:port/web",
        "web@sha256:abc"
      })
  void isNoName(String image) {
    assertThat(ImageName.isLatest(image)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {248, 300})
  void isNoNameBeyond255Characters(int length) {
    assertThat(ImageName.isLatest("a".repeat(length))).isFalse();
  }
}
