package dev.seaworthy.project;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.manifest.JsonWriter;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.ValueProblems;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The findings of an old project that are known already: how many of each rule there are in each
 * object of each file, and of refusals how many of each field. Lines, columns and the places of items
 * in lists are no part of it, so that it holds when they shift.
 */
public final class Baseline {

  /** The code of what is wrong with a baseline's file. */
  public static final String INVALID = "baseline-invalid";

  /** Where in a list something stands shifts as lines do. */
  private static final Pattern INDEX = Pattern.compile("\\[[0-9]+]");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*");
  private static final String NO_OBJECT = "(no object)";
  private static final String FINDINGS = "findings";

  private final Path folder;
  private final TreeMap<Key, Integer> counts;

  private Baseline(Path folder, TreeMap<Key, Integer> counts) {
    this.folder = folder;
    this.counts = counts;
  }

  /**
   * What findings are counted by.
   *
   * @param rule its id; of what the API server refuses, with the field and the reason behind it, for
   *     there are many kinds of refusal
   */
  private record Key(String file, String object, String rule) implements Comparable<Key> {

    /** The rule alone. */
    String id() {
      return rule.split(" ", 2)[0];
    }

    /** The same of any item of a list, whatever its place. */
    Key withoutIndices() {
      return new Key(file, object, INDEX.matcher(rule).replaceAll("[]"));
    }

    /** As baselines had it that counted refusals by number alone. */
    Key plain() {
      return new Key(file, object, id());
    }

    @Override
    public int compareTo(Key other) {
      int order = file.compareTo(other.file);
      order = order == 0 ? object.compareTo(other.object) : order;
      return order == 0 ? rule.compareTo(other.rule) : order;
    }
  }

  /** What a file that should be one holds. */
  public record Read(Optional<Baseline> baseline, List<Diagnostic> problems) {}

  /** Nothing is known yet. {@code folder} is that of the baseline's file, from which paths count. */
  public static Baseline empty(Path folder) {
    return new Baseline(folder.toAbsolutePath().normalize(), new TreeMap<>());
  }

  /** Reads what {@link #text} has written; {@code name} is what to call the file in problems. */
  public static Read read(String name, Path folder, byte[] text) {
    ValueProblems problems = new ValueProblems(INVALID, name);
    Baseline baseline = empty(folder);
    Node root = problems.only(new ManifestReader().readValues(name, text), "a baseline");
    if (problems.isEmpty()) {
      baseline.read(root, problems);
    }
    List<Diagnostic> all = problems.all();
    return new Read(all.isEmpty() ? Optional.of(baseline) : Optional.empty(), List.copyOf(all));
  }

  private void read(Node root, ValueProblems problems) {
    if (!root.get(FINDINGS).isMapping()) {
      problems.report(root, "a baseline must have 'findings', a map of files");
    }
    root.entries().stream()
        .filter(entry -> !entry.key().equals(FINDINGS))
        .forEach(entry -> problems.unknown(entry, "no word of a baseline", List.of(FINDINGS)));
    for (Mapping.Entry file : root.get(FINDINGS).entries()) {
      for (Mapping.Entry object : inside(file, "a map of the file's objects", problems)) {
        for (Mapping.Entry rule : inside(object, "a map of the object's findings", problems)) {
          readCount(new Key(file.key(), object.key(), rule.key()), rule, problems);
        }
      }
    }
  }

  private static List<Mapping.Entry> inside(
      Mapping.Entry entry, String wanted, ValueProblems problems) {
    if (!entry.value().isMapping()) {
      problems.report(entry.keySpan(), "'" + entry.key() + "' must have " + wanted);
    }
    return List.copyOf(entry.value().entries());
  }

  private void readCount(Key key, Mapping.Entry rule, ValueProblems problems) {
    long count = rule.value().longOr(0);
    if (count < 1 || count > Integer.MAX_VALUE) {
      problems.report(rule.keySpan(), "how many findings are known must be 1 or more");
    } else {
      counts.merge(key.withoutIndices(), (int) count, Integer::sum);
    }
  }

  /** The same without what is known of files that {@code stays} does not hold for. */
  public Baseline keeping(Predicate<Path> stays) {
    TreeMap<Key, Integer> kept = new TreeMap<>(counts);
    kept.keySet().removeIf(key -> !stays.test(folder.resolve(key.file())));
    return new Baseline(folder, kept);
  }

  /** Takes in a finding; its file counts from {@code here}. */
  public void add(Diagnostic finding, Path here) {
    counts.merge(key(finding, here), 1, Integer::sum);
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** How many findings are known. */
  public int size() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** What is left of it while findings are compared with it, one after the other. */
  public Comparison compare(Path here) {
    return new Comparison(new TreeMap<>(counts), here);
  }

  /** Finds those that are known, each as often as it is known. */
  public final class Comparison {

    private final TreeMap<Key, Integer> left;
    private final Path here;

    private Comparison(TreeMap<Key, Integer> left, Path here) {
      this.left = left;
      this.here = here;
    }

    /** Whether {@code finding} is known; it counts once. */
    public boolean knows(Diagnostic finding) {
      Key key = key(finding, here);
      return takes(key) || takes(key.plain());
    }

    private boolean takes(Key key) {
      int count = left.getOrDefault(key, 0);
      left.put(key, Math.max(0, count - 1));
      return count > 0;
    }

    /**
     * How many are known and no longer there.
     *
     * @param files those that findings were compared of, by their names in diagnostics
     * @param ran whether a rule was asked
     */
    public int gone(Collection<String> files, Predicate<String> ran) {
      Set<String> judged = new HashSet<>();
      files.forEach(file -> judged.add(within(file, here)));
      return left.entrySet().stream()
          .filter(entry -> judged.contains(entry.getKey().file()))
          .filter(entry -> ran.test(entry.getKey().id()))
          .mapToInt(Map.Entry::getValue)
          .sum();
    }
  }

  private Key key(Diagnostic finding, Path here) {
    String object = finding.subject().map(Baseline::words).orElse(NO_OBJECT);
    return new Key(within(finding.place().file(), here), object, words(finding)).withoutIndices();
  }

  /** Only the API server gives reasons. */
  private static String words(Diagnostic finding) {
    if (finding.reason().isEmpty()) {
      return finding.code();
    }
    String field =
        finding.field().filter(said -> !said.isEmpty()).map(said -> " " + said).orElse("");
    return finding.code() + field + " " + finding.reason().get();
  }

  private static String words(Diagnostic.Subject subject) {
    String name = subject.kind() + "/" + subject.name();
    return subject.namespace().isEmpty() ? name : name + " in " + subject.namespace();
  }

  private String within(String file, Path here) {
    try {
      Path path = here.toAbsolutePath().resolve(file).normalize();
      Path relative = path.startsWith(folder) ? folder.relativize(path) : path;
      return relative.toString().replace(File.separatorChar, '/');
    } catch (InvalidPathException noFile) {
      return file;
    }
  }

  /** As YAML, in an order that gives small differences. */
  public String text() {
    StringBuilder text = new StringBuilder("""
        # What was known when `seaworthy lint --update-baseline` wrote this: findings by file, object
        # and rule. They are not told again; one more of them is.
        findings:
        """);
    String file = "";
    String object = "";
    for (Map.Entry<Key, Integer> entry : counts.entrySet()) {
      Key key = entry.getKey();
      if (!key.file().equals(file)) {
        text.append("  ").append(quoted(key.file())).append(":\n");
        object = "";
      }
      if (!key.object().equals(object) || !key.file().equals(file)) {
        text.append("    ").append(quoted(key.object())).append(":\n");
      }
      file = key.file();
      object = key.object();
      text.append("      ")
          .append(quoted(key.rule()))
          .append(": ")
          .append(entry.getValue())
          .append('\n');
    }
    return counts.isEmpty()
        ? text.toString().replace("findings:\n", "findings: {}\n")
        : text.toString();
  }

  private static String quoted(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    StringBuilder json = new StringBuilder();
    JsonWriter.compact(json).value(text);
    return json.toString();
  }
}
