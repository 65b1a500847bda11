package dev.seaworthy.manifest;

import dev.seaworthy.manifest.DocumentSplitter.Chunk;
import java.nio.charset.StandardCharsets;

/** One YAML document of a text: read the fast way where that does, else by the full parser. */
record YamlDocument(byte[] text, Chunk chunk, ReadLimits limits, SharedTexts texts) {

  /** Each repair reads the document again; texts that need more than a few are not honest ones. */
  private static final int MOST_REPAIRS = 10;

  Tree read() throws UnreadableException {
    Tree simple = SimpleYaml.read(text, chunk, limits, texts);
    return simple == null ? readFully() : simple;
  }

  Tree readFully() throws UnreadableException {
    checkLineLengths();
    int length = chunk.to() - chunk.from();
    String document = new String(text, chunk.from(), length, StandardCharsets.UTF_8);
    // kubectl ends every line, also the last one; so the parser's complaints name the same line.
    String lines = document.endsWith("\n") ? document : document + "\n";
    return compose(lines.replace('\u0085', '\n'), MOST_REPAIRS);
  }

  private Tree compose(String document, int repairs) throws UnreadableException {
    try {
      return new EventComposer(new YamlEvents(document, chunk.line()), limits).compose();
    } catch (UnreadableException problem) {
      DialectRepair repair = problem.repair();
      if (repair == null || repairs == 0) {
        throw problem;
      }
      return compose(repair.applyTo(document), repairs - 1);
    }
  }

  private void checkLineLengths() throws UnreadableException {
    int line = chunk.line();
    int lineStart = chunk.from();
    for (int i = chunk.from(); i < chunk.to(); i++) {
      if (text[i] == '\n') {
        line++;
        lineStart = i + 1;
      } else if (i - lineStart > limits.lineCharacters()) {
        throw new UnreadableException(
            ProblemCode.READ_LIMIT,
            "the line has more than " + limits.lineCharacters() + " characters",
            line,
            1);
      }
    }
  }
}
