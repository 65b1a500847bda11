package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.project.InputDiscovery;
import dev.seaworthy.project.InputDiscovery.Found;
import dev.seaworthy.project.InputSource;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What to judge: files and folders, texts, or objects in memory. */
public final class Input {

  static {
    ClassPath.read();
  }

  private final Found found;

  private Input(Found found) {
    this.found = found;
  }

  /**
   * Files, folders with all manifests below them, and patterns such as {@code deploy/*.yaml}. They
   * are read when they are judged; what is not there is a problem of the answer.
   */
  public static Input paths(String... paths) {
    return paths(List.of(paths), InputStream.nullInputStream());
  }

  /** The same, where {@code -} stands for {@code standardInput}. */
  public static Input paths(List<String> paths, InputStream standardInput) {
    return new Input(InputDiscovery.find(paths, standardInput));
  }

  /** A text in YAML or JSON, of one or more documents; {@code name} is what diagnostics call it. */
  public static Input text(String name, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    InputSource source =
        new InputSource(name, limit -> limit < utf8.length ? Arrays.copyOf(utf8, limit) : utf8);
    return new Input(new Found(List.of(source), List.of()));
  }

  /**
   * Objects as trees of maps, lists, strings, numbers and booleans. Diagnostics name their fields;
   * their lines are those of a text with one object a document, each written as JSON on a line.
   *
   * @throws IllegalArgumentException if something else is in them
   */
  public static Input objects(String name, List<? extends Map<String, ?>> objects) {
    return text(name, ObjectText.of(objects));
  }

  /** This input, and behind it the other. */
  public Input and(Input other) {
    List<InputSource> sources = new ArrayList<>(found.sources());
    sources.addAll(other.found.sources());
    List<Diagnostic> problems = new ArrayList<>(found.problems());
    problems.addAll(other.found.problems());
    return new Input(new Found(sources, problems));
  }

  /** The same input; files below {@code folder} are called by their path within it. */
  public Input relativeTo(Path folder) {
    String prefix = folder.toString().replace(File.separatorChar, '/') + "/";
    return new Input(new Found(
        found.sources().stream()
            .map(source -> new InputSource(within(prefix, source.name()), source.content()))
            .toList(),
        found.problems().stream()
            .map(problem -> problem.withPlace(
                problem.place().inFile(within(prefix, problem.place().file()))))
            .toList()));
  }

  private static String within(String prefix, String name) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  /** How many files and texts there are to read. */
  public int size() {
    return found.sources().size();
  }

  /** Whether there is nothing to read, and no path that leads nowhere either. */
  public boolean isEmpty() {
    return found.sources().isEmpty() && found.problems().isEmpty();
  }

  Found found() {
    return found;
  }
}
