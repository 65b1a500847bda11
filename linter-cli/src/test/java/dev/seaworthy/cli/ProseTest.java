package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseTest {

  @Test
  void wrapsAtWords() {
    assertThat(Prose.wrapped("one two three four", 9, "  ")).isEqualTo("one two\n  three\n  four");
    assertThat(Prose.wrapped("unbreakable", 4, "")).isEqualTo("unbreakable");
  }

  @Test
  void takesTheMarksOfMarkdownAway() {
    assertThat(Prose.page("**Instead:** a `tag`, see [here](http://a).\n", 80))
        .isEqualTo("Instead: a tag, see here (http://a).\n");
  }

  @Test
  void joinsTheLinesOfAParagraphAndKeepsBlocksOfCode() {
    assertThat(Prose.page("a\nb\n\n```yaml\nx:   1\n```\n- c\n- d", 80))
        .isEqualTo("a b\n\n    x:   1\n- c\n- d\n");
  }

  @Test
  void listsAndExplainsRulesInTheWidthOfTheTerminal() {
    Run list = Run.of("rules");
    Run page = Run.of("rules", "explain", "image-tag-mutable");

    assertThat(list.out().lines()).allMatch(line -> line.length() <= 100);
    assertThat(page.out().lines()).allMatch(line -> line.length() <= 100);
    assertThat(page.out()).doesNotContain("**").doesNotContain("`");
  }
}
