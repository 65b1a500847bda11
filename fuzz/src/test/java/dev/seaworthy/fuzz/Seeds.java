package dev.seaworthy.fuzz;

import dev.seaworthy.conformance.Corpus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What the search starts from. */
final class Seeds {

  /** How long each test searches. */
  static final String DURATION = "30s";

  static final Corpus CORPUS = new Corpus(Path.of("../linter-core").resolve(Corpus.OF_THIS_MODULE));

  private Seeds() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
