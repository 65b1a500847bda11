package dev.seaworthy.project;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/**
 * Finds what the paths of a command line mean: files as they are, folders with all manifests below
 * them, patterns such as {@code deploy/*.yaml}, and {@code -} for standard input.
 *
 * <p>In folders, files that end in {@code .yaml}, {@code .yml} or {@code .json}, also in capitals,
 * are taken; what git or a {@code .seaworthyignore} ignores, what is hidden, {@code node_modules}
 * and what Go has copied into a {@code vendor} are not. A file that is named itself is always
 * taken. The order is that of the arguments, and within a folder by name.
 */
public final class InputDiscovery {

  /** The code of what cannot be read; the command ends with status 2 then. */
  public static final String UNREADABLE = "unreadable";

  private final InputStream standardInput;
  private final Map<String, InputSource> sources = new LinkedHashMap<>();

  /** One file may be named in several ways: {@code web.yaml} and {@code ./web.yaml}. */
  private final Set<Path> taken = new HashSet<>();

  private final List<Diagnostic> problems = new ArrayList<>();
  private final Map<String, Diagnostic> passedOver = new LinkedHashMap<>();

  private InputDiscovery(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  /**
   * What was found.
   *
   * @param sources what to read, in a stable order, each file once
   * @param problems paths that lead nowhere or cannot be looked into, with the code {@value
   *     #UNREADABLE}
   * @param passedOver notes of what was not looked at: hidden, ignored, excluded
   */
  public record Found(
      List<InputSource> sources, List<Diagnostic> problems, List<Diagnostic> passedOver) {

    /** Where everything was looked at. */
    public Found(List<InputSource> sources, List<Diagnostic> problems) {
      this(sources, problems, List.of());
    }

    public Found {
      passedOver = List.copyOf(passedOver);
      sources = List.copyOf(sources);
      problems = List.copyOf(problems);
    }
  }

  /** Finds the sources that {@code arguments} mean; reads none of them. */
  public static Found find(List<String> arguments, InputStream standardInput) {
    InputDiscovery discovery = new InputDiscovery(standardInput);
    arguments.forEach(discovery::add);
    Map<String, Diagnostic> passedOver = discovery.passedOver;
    // What another argument names is judged.
    passedOver.keySet().removeAll(discovery.sources.keySet());
    return new Found(
        List.copyOf(discovery.sources.values()),
        discovery.problems,
        List.copyOf(passedOver.values()));
  }

  /** The diagnostic for a source that turned out to be unreadable. */
  public static Diagnostic unreadable(InputSource source, IOException cause) {
    return unreadable(source.name(), reason(cause));
  }

  private void add(String argument) {
    if (argument.equals("-")) {
      take(InputSource.of(standardInput));
      return;
    }
    if (argument.isEmpty()) {
      report(unreadable("''", "the path is empty; name a file, a folder, or - for standard input"));
      return;
    }
    if (isUrl(argument)) {
      report(url(argument));
      return;
    }
    try {
      addPath(argument, Path.of(argument));
    } catch (InvalidPathException noPath) {
      addPatternOrNothing(argument);
    }
  }

  /** {@code https://example.com/web.yaml}, {@code git@example.com:web}. */
  private static boolean isUrl(String argument) {
    int scheme = argument.indexOf("://");
    if (scheme < 0) {
      return argument.regionMatches(true, 0, "git@", 0, 4);
    }
    for (int i = 0; i < scheme; i++) {
      char c = argument.charAt(i);
      boolean isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (!isLetter && (i == 0 || "+.-".indexOf(c) < 0)) {
        return false;
      }
    }
    return scheme > 1;
  }

  /** kubectl and kustomize take one; from here nothing is fetched that nobody asked for. */
  private static Diagnostic url(String argument) {
    boolean isFile = argument.toLowerCase(Locale.ROOT).matches("https?://.*\\.(ya?ml|json)");
    return unreadable(argument, "this is a URL, and nothing is fetched from the network")
        .withRemedy(
            isFile
                ? "Fetch it and pass it on: curl -fsSL " + argument + " | seaworthy validate -"
                : "Fetch it (git clone, curl) and name the file or folder.");
  }

  private void addPath(String argument, Path path) {
    if (Files.isDirectory(path)) {
      walk().walk(path, InputDiscovery::isManifest);
    } else if (Files.exists(path)) {
      take(Files.isRegularFile(path) ? InputSource.of(path) : InputSource.ofStream(path));
    } else if (!Files.notExists(path)) {
      report(unreadable(argument, whyUnknown(path)));
    } else {
      addPatternOrNothing(argument);
    }
  }

  /** Why it cannot even be said whether it is there: a folder above it is closed, links go round. */
  private static String whyUnknown(Path path) {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
      return "it was not there a moment ago";
    } catch (IOException refused) {
      return reason(refused);
    }
  }

  private void addPatternOrNothing(String argument) {
    if (isPattern(argument)) {
      addPattern(argument);
    } else {
      report(unreadable(argument, "there is no such file or folder"));
    }
  }

  /** Whether it has special characters and they make sense: a bracket left open is part of a name. */
  static boolean isPattern(String argument) {
    if (argument.chars().noneMatch(c -> "*?[{".indexOf(c) >= 0)) {
      return false;
    }
    try {
      matching(argument);
      return true;
    } catch (PatternSyntaxException name) {
      return false;
    }
  }

  /** The folder in which the search for a pattern starts: those before its first special character. */
  static String startOf(String pattern) {
    int special = 0;
    while (special < pattern.length() && "*?[{".indexOf(pattern.charAt(special)) < 0) {
      special++;
    }
    int end = pattern.lastIndexOf('/', special);
    return end < 0 ? "." : end == 0 ? "/" : pattern.substring(0, end);
  }

  private void addPattern(String pattern) {
    Path start = Path.of(startOf(pattern));
    int before = sources.size();
    if (Files.isDirectory(start)) {
      walk().walk(start, matching(pattern)::test);
    }
    if (sources.size() == before) {
      report(unreadable(pattern, "no file matches this pattern"));
    }
  }

  /** The files that {@code pattern} means. */
  static Predicate<Path> matching(String pattern) {
    PathMatcher deep = matcher(pattern);
    // As in shells, ** also stands for no folder at all.
    PathMatcher flat = matcher(pattern.replace("**/", ""));
    return file -> deep.matches(file) || flat.matches(file);
  }

  private static PathMatcher matcher(String pattern) {
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
  }

  static boolean isManifest(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  private void take(InputSource source) {
    boolean isNew = source
        .path()
        .map(Path::toAbsolutePath)
        .map(Path::normalize)
        .map(taken::add)
        .orElse(true);
    if (isNew) {
      sources.putIfAbsent(source.name(), source);
    }
  }

  private FolderWalk walk() {
    return new FolderWalk(
        this::take,
        this::report,
        note -> passedOver.putIfAbsent(note.place().file(), note),
        FolderWalk.Reach.ALL);
  }

  private void report(Diagnostic problem) {
    problems.add(problem);
  }

  static Diagnostic unreadable(String name, String reason) {
    return Diagnostic.of(UNREADABLE, Severity.ERROR, reason, Location.ofFile(name));
  }

  static String reason(IOException cause) {
    return "cannot be read: " + FileProblem.why(cause);
  }
}
