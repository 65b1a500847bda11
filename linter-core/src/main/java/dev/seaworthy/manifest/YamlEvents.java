package dev.seaworthy.manifest;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.ScannerException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The events of one YAML text, with places in the file and the parser's complaints as ours. */
final class YamlEvents {

  /** The parser takes quadratic time for a word that is longer than its buffer. */
  private static final int LARGEST_BUFFER = 1 << 20;

  private static final int SMALLEST_BUFFER = 1 << 10;

  private final String text;
  private final int firstLine;
  private final ParserImpl parser;
  private final LibyamlDialect dialect;

  /** {@code firstLine} is the line of the file, from 1, that {@code text} starts on. */
  YamlEvents(String text, int firstLine) {
    this.text = text;
    this.firstLine = firstLine;
    this.dialect = new LibyamlDialect(text);
    LoadSettings settings = LoadSettings.builder()
        .setBufferSize(Math.max(SMALLEST_BUFFER, Math.min(LARGEST_BUFFER, text.length() + 1)))
        .setCodePointLimit(Integer.MAX_VALUE)
        .build();
    this.parser = new ParserImpl(settings, new StreamReader(settings, text));
  }

  Event next() throws UnreadableException {
    try {
      return parser.next();
    } catch (MarkedYamlEngineException complaint) {
      throw translate(complaint);
    } catch (ReaderException complaint) {
      throw controlCharacter(complaint);
    } catch (YamlVersionException complaint) {
      throw new UnreadableException(
          ProblemCode.YAML_SYNTAX,
          "%YAML names a version that there is not",
          "Leave the line out, or write %YAML 1.1.",
          firstLine,
          1);
    } catch (YamlEngineException complaint) {
      throw new UnreadableException(
          ProblemCode.YAML_SYNTAX, String.valueOf(complaint.getMessage()), firstLine, 1);
    }
  }

  /**
   * Makes the parser look at what follows the value. Only what is no token matters there: kubectl
   * takes the first document and ignores the rest.
   */
  void skipDocumentEnd() throws UnreadableException {
    try {
      next();
    } catch (UnreadableException problem) {
      if (problem.code() != ProblemCode.YAML_SYNTAX) {
        throw problem;
      }
    }
  }

  LibyamlDialect dialect() {
    return dialect;
  }

  Span spanOf(Event event) {
    Optional<Mark> start = event.getStartMark();
    Optional<Mark> end = event.getEndMark();
    if (start.isEmpty() || end.isEmpty()) {
      return Span.NONE;
    }
    return new Span(line(start.get()), column(start.get()), line(end.get()), column(end.get()));
  }

  private int line(Mark mark) {
    return firstLine + mark.getLine();
  }

  private static int column(Mark mark) {
    return mark.getColumn() + 1;
  }

  private UnreadableException translate(MarkedYamlEngineException complaint) {
    ProblemCode code =
        complaint instanceof ScannerException ? ProblemCode.YAML_TOKEN : ProblemCode.YAML_SYNTAX;
    Optional<Mark> mark = complaint.getProblemMark().or(complaint::getContextMark);
    int line = mark.map(this::line).orElse(firstLine);
    int column = mark.map(YamlEvents::column).orElse(1);
    YamlComplaint words = YamlComplaint.of(
        complaint.getProblem(), mark.filter(at -> at.getIndex() == 0).isPresent());
    UnreadableException problem =
        new UnreadableException(code, words.message(), words.remedy(), line, column);
    DialectRepair repair = mark.map(at -> dialect.repair(complaint, at)).orElse(null);
    return repair == null ? problem : problem.with(repair);
  }

  private UnreadableException controlCharacter(ReaderException complaint) {
    int position = Math.min(complaint.getPosition(), text.length());
    int line = firstLine;
    int lineStart = 0;
    for (int i = 0; i < position; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    int column = text.codePointCount(lineStart, position) + 1;
    if (complaint.getCodePoint() == 0) {
      return new UnreadableException(
          ProblemCode.ENCODING,
          "the file is no UTF-8 but binary, UTF-32, or UTF-16 without a byte order mark: it holds a"
              + " NUL character",
          "Save it as UTF-8.",
          line,
          column);
    }
    String message = String.format(
        "the control character U+%04X is not allowed in YAML", complaint.getCodePoint());
    return new UnreadableException(ProblemCode.ENCODING, message, line, column);
  }
}
