package dev.seaworthy.cel.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nginx, docker.io/library/nginx, '', false",
    "nginx:1.27, docker.io/library/nginx, 1.27, false",
    "acme/web:1, docker.io/acme/web, 1, false",
    "registry:5000/app, registry:5000/app, '', false",
    "registry:5000/app:1.2, registry:5000/app, 1.2, false",
    "localhost/app, localhost/app, '', false",
    "registry.example.com/a/b@sha256:00, registry.example.com/a/b, '', true",
    "nginx:latest@sha256:00, docker.io/library/nginx, latest, true"
  })
  void isTakenApartAsARuntimeDoes(String text, String fullName, String tag, boolean hasDigest) {
    ImageReference image = ImageReference.parse(text);

    assertThat(image.fullName()).isEqualTo(fullName);
    assertThat(image.tag()).isEqualTo(tag);
    assertThat(image.hasDigest()).isEqualTo(hasDigest);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "nginx",
        "Registry.example.com:5000/a/b_c/d__e/f--g.h:V1.2-RC",
        "nginx:1.27@sha256:00",
        "localhost/a"
      })
  void isWellFormed(String text) {
    assertThat(ImageReference.parse(text).isWellFormed()).isTrue();
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        " nginx",
        "nginx ",
        "Nginx",
        "acme/Web:1",
        "a//b",
        "-a",
        "a_",
        "a...b",
        "a:b:c",
        "nginx:1 2",
        "nginx:.1",
        "registry.example.com:port/a"
      })
  void isNotWellFormed(String text) {
    assertThat(ImageReference.parse(text).isWellFormed()).isFalse();
  }
}
