package dev.seaworthy.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.eclipse.jgit.ignore.FastIgnoreRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnorePatternTest {

  @ParameterizedTest(name = "{0} speaks of {1}")
  @CsvSource({
    "web.yaml, web.yaml",
    "web.yaml, shop/web.yaml",
    "*.yaml, shop/web.yaml",
    "/web.yaml, web.yaml",
    "shop/*.yaml, shop/web.yaml",
    "shop/, shop/",
    "build, shop/build/",
    "shop/**, shop/a/b.yaml",
    "**/b.yaml, b.yaml",
    "**/b.yaml, shop/a/b.yaml",
    "shop/**/b.yaml, shop/b.yaml",
    "shop/**/b.yaml, shop/x/y/b.yaml",
    "web-?.yaml, web-1.yaml",
    "web[0-9].yaml, web1.yaml",
    "web[!a-z].yaml, web1.yaml",
    "web[[:digit:]].yaml, web1.yaml",
    "web[]-].yaml, web-.yaml",
    "'\\#web', '#web'",
    "'\\!web', '!web'",
    "'web   ', web",
    "'web\\ ', 'web '",
    "*.y*ml, .x.yaml"
  })
  void speaksOf(String pattern, String path) {
    assertThat(matches(pattern, path)).isTrue();
  }

  @ParameterizedTest(name = "{0} does not speak of {1}")
  @CsvSource({
    "/web.yaml, shop/web.yaml",
    "shop/*.yaml, shop/a/web.yaml",
    "shop/*.yaml, x/shop/web.yaml",
    "shop/, shop",
    "shop/**, shop/",
    "web-?.yaml, web-.yaml",
    "web[0-9].yaml, weba.yaml",
    "web[0-9, web1",
    "Web.yaml, web.yaml"
  })
  void doesNotSpeakOf(String pattern, String path) {
    assertThat(matches(pattern, path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# a comment", "/", "!", "   ", "[", "web/[!a"})
  void aLineMayMeanNothing(String line) {
    assertThat(IgnorePattern.read(line)).isEmpty();
  }

  @Test
  void aLongPatternOfStarsTakesNoLongTime() {
    assertThat(matches("*a".repeat(1_000) + "b", "a".repeat(2_000))).isFalse();
    assertThat(matches("**/a/".repeat(500) + "b", "a/".repeat(1_000) + "c")).isFalse();
  }

  /** JGit is another reader of the same syntax: whatever letters come together, both must agree. */
  @Test
  void agreesWithJGit() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (int i = 0; i < 100_000; i++) {
      String pattern = text(random, "ab*?/", 8);
      String path = text(random, "ab/", 7).replaceAll("/+", "/").replaceAll("^/|/$", "");
      FastIgnoreRule other = new FastIgnoreRule(pattern);
      if (!path.isEmpty() && !pattern.contains("//") && !other.isEmpty()) {
        boolean isFolder = random.nextBoolean();
        assertThat(matches(pattern, isFolder ? path + "/" : path))
            .as("'%s' of '%s', a folder: %s", pattern, path, isFolder)
            .isEqualTo(other.isMatch(path, isFolder, true));
      }
    }
  }

  private static String text(RandomGenerator random, String letters, int most) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(most);
    for (int i = 0; i < length; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  /** A path that ends with a slash is a folder's. */
  private static boolean matches(String pattern, String path) {
    return IgnorePattern.read(pattern)
        .filter(read -> read.matches(path.split("/"), path.endsWith("/")))
        .isPresent();
  }
}
