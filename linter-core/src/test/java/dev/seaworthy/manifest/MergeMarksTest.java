package dev.seaworthy.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seaworthy.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A file with the marks of an unfinished merge is told as that. */
class MergeMarksTest {

  private static final String HEAD =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n";
  private static final String CONFLICT = "<<<<<<< HEAD\n  a: b\n=======\n  a: c\n>>>>>>> other\n";

  private static Reading read(String text) {
    return new ManifestReader().read("a.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aConflictIsToldWhereItBegins() {
    assertThat(read(HEAD + CONFLICT).problems())
        .extracting(Diagnostic::message, problem -> problem.place().line())
        .containsExactly(
            tuple("the merge of this file is not finished: a conflict begins here", 5));
    assertThat(read(CONFLICT + HEAD).problems())
        .extracting(problem -> problem.place().line())
        .containsExactly(1);
  }

  @Test
  void marksInATextAndMistakesElsewhereAreNone() {
    assertThat(read(HEAD + "  t: |\n    <<<<<<< a\n    >>>>>>> b\n").problems()).isEmpty();
    assertThat(read(HEAD + "  t: |\n    <<<<<<< a\n    >>>>>>> b\n  x\n").problems())
        .extracting(Diagnostic::message)
        .noneMatch(message -> message.contains("merge"));
  }
}
