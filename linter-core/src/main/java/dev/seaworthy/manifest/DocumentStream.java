package dev.seaworthy.manifest;

import dev.seaworthy.manifest.DocumentSplitter.Chunk;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one text: JSON values as long as that works, then YAML, as {@code kubectl}
 * decides it.
 */
final class DocumentStream {

  private final byte[] text;
  private final ReadLimits limits;
  private final SharedTexts texts;
  private final ReadingBuilder result;

  DocumentStream(byte[] text, ReadLimits limits, SharedTexts texts, ReadingBuilder result) {
    this.text = text;
    this.limits = limits;
    this.texts = texts;
    this.result = result;
  }

  void read() {
    if (JsonParser.looksLikeJson(text)) {
      readJson();
    } else {
      readYaml(new DocumentSplitter(text, 0, 1), null);
    }
  }

  private void readJson() {
    JsonParser parser = new JsonParser(text, 0, 1, limits);
    int end = 0;
    int endLine = 1;
    int count = 0;
    try {
      while (parser.hasNext()) {
        addJson(parser.next(), parser.takeOutOfRange());
        count++;
        end = parser.offset();
        endLine = parser.line();
      }
    } catch (UnreadableException problem) {
      if (count > 1 || problem.code() == ProblemCode.READ_LIMIT) {
        result.refuse(problem);
      } else {
        continueAsYaml(end, endLine, problem);
      }
    }
  }

  private void addJson(Tree tree, @Nullable UnreadableException outOfRange) {
    if (outOfRange == null) {
      result.document(tree);
    } else {
      result.refuse(outOfRange);
    }
  }

  // Up to one JSON value may be YAML in flow style, or stand before YAML documents.
  private void continueAsYaml(int end, int endLine, UnreadableException problem) {
    int from = end;
    int line = endLine;
    boolean space = true;
    while (space && from < text.length) {
      byte b = text[from];
      space = b == ' ' || (b >= '\t' && b <= '\r');
      if (space) {
        from++;
        if (b == '\n') {
          line++;
          break;
        }
      }
    }
    readYaml(new DocumentSplitter(text, from, line), problem);
  }

  private void readYaml(DocumentSplitter chunks, @Nullable UnreadableException asJson) {
    @Nullable UnreadableException otherReading = asJson;
    while (chunks.hasNext()) {
      Chunk chunk = chunks.next();
      if (chunk.badSeparator() > 0) {
        result.refuse(badSeparator(chunk.badSeparator()));
      } else {
        readYaml(chunk, otherReading);
      }
      otherReading = null;
    }
  }

  private static UnreadableException badSeparator(int line) {
    return new UnreadableException(
        ProblemCode.DOCUMENT_SEPARATOR,
        "the line starts with --- but more than a comment follows; kubectl ends the document here",
        "Put what follows --- on a line of its own, or indent the line if it belongs to a text.",
        line,
        1);
  }

  private void readYaml(Chunk chunk, @Nullable UnreadableException asJson) {
    try {
      result.document(new YamlDocument(text, chunk, limits, texts).read());
      int lost = DocumentEnd.lineBehind(text, chunk);
      if (lost > 0) {
        result.lost(lost);
      }
    } catch (UnreadableException problem) {
      result.refuse(asJson == null ? problem : asJson);
    }
  }
}
