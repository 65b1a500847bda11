package dev.seaworthy.cli;

import dev.seaworthy.ReportFormats;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.report.Question;
import dev.seaworthy.report.ReportFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A report that is asked for.
 *
 * @param word the format's name
 * @param file where it goes; empty for standard output
 */
record Destination(String word, ReportFormat format, Optional<Path> file) {

  /**
   * Reads {@code text} or {@code sarif=FILE}; of another format it tells which of {@code known}
   * there are.
   */
  static Destination parse(String argument, Words known) {
    int equals = argument.indexOf('=');
    String word = equals < 0 ? argument : argument.substring(0, equals);
    String file = equals < 0 ? "-" : argument.substring(equals + 1);
    if (file.isEmpty()) {
      throw new CommandFailure("'" + argument + "' names no file behind the =");
    }
    ReportFormat format =
        ReportFormats.find(word).orElseThrow(() -> new CommandFailure(unknown(word, known)));
    return new Destination(
        word, format, file.equals("-") ? Optional.empty() : Optional.of(Path.of(file)));
  }

  private static String unknown(String word, Words known) {
    List<String> names = new ArrayList<>();
    known.forEach(names::add);
    String all = "there are " + String.join(", ", names);
    if (word.indexOf(',') > 0) {
      return "there is no format '" + word + "'; of several, each has an option: -o "
          + word.substring(0, word.indexOf(',')) + " -o OTHER=FILE";
    }
    return NearestName.to(word, names)
        .map(near ->
            "there is no format '" + word + "'; did you mean " + near + "? T" + all.substring(1))
        .orElse("there is no format '" + word + "'; " + all);
  }

  /** The formats that have something to say about one of {@code questions}, for help and shells. */
  record Words(Set<Question> questions) implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ReportFormats.names().stream().filter(this::answers).iterator();
    }

    private boolean answers(String word) {
      return ReportFormats.find(word)
          .filter(format -> questions.stream().anyMatch(format::answers))
          .isPresent();
    }
  }
}
