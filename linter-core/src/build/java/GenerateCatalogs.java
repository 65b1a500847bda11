import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the lists of checks, rules and the like that the product looks through, so that nobody
 * keeps them by hand and nothing is scanned at start-up. Run by the build before it compiles:
 * {@code java GenerateCatalogs.java SOURCE_ROOT OUTPUT_ROOT}.
 *
 * <p>A new catalogue is a row of {@link #CATALOGS}. A class gets into it by lying in the catalogue's
 * package or below and being a class, record or enum of the catalogue's element type, whether
 * directly or by way of other types. It is made with its constructor, which takes nothing but what
 * the row hands in. A class that stands for several elements gives them itself, by {@code public
 * static List<Element> all(…)}. Below the catalogue's package it must be public.
 */
final class GenerateCatalogs {

  /**
   * A generated class and what it lists.
   *
   * @param name the generated class, such as {@code dev.seaworthy.lint.check.LintChecks}
   * @param element the type of what it lists; if it lies in the package of {@code name}, its simple
   *     name
   * @param lookup whether elements are looked up by name
   * @param handedIn what constructors can ask for, as {@code full.type.Name name}
   */
  private record Catalog(String name, String element, Lookup lookup, String... handedIn) {

    Catalog(String name, String element, String... handedIn) {
      this(name, element, Lookup.NONE, handedIn);
    }

    static Catalog byWord(String name, String element) {
      return new Catalog(name, element, Lookup.BY_WORD);
    }

    static Catalog byClass(String name, String element) {
      return new Catalog(name, element, Lookup.BY_CLASS);
    }

    String packageName() {
      return packageOf(name);
    }

    String elementName() {
      return element.contains(".") ? element : packageName() + "." + element;
    }

    List<Parameter> parameters() {
      return Stream.of(handedIn).map(Parameter::parse).toList();
    }
  }

  /** How elements are found, so that the others are not even loaded. */
  private enum Lookup {
    /** Only all of them are asked for. */
    NONE,
    /** By the class's name less that of the type: {@code TextFormat} is the format {@code text}. */
    BY_WORD,
    /** By the class's own name. */
    BY_CLASS
  }

  private static final List<Catalog> CATALOGS = List.of(
      Catalog.byWord("dev.seaworthy.ReportFormats", "dev.seaworthy.report.ReportFormat"),
      Catalog.byWord("dev.seaworthy.report.relations.RelationsFormats", "RelationsFormat"),
      new Catalog("dev.seaworthy.cel.library.CelFunctions", "dev.seaworthy.cel.CelFunction"),
      new Catalog(
          "dev.seaworthy.validate.check.KindChecks", "dev.seaworthy.validate.field.KindCheck"),
      new Catalog(
          "dev.seaworthy.validate.check.TypeChecks", "dev.seaworthy.validate.field.TypeCheck"),
      new Catalog("dev.seaworthy.validate.defaulting.TypeDefaultsCatalog", "TypeDefaults"),
      new Catalog("dev.seaworthy.validate.defaulting.KindPreparations", "KindPreparation"),
      new Catalog("dev.seaworthy.validate.admission.AdmissionPlugins", "AdmissionPlugin"),
      Catalog.byClass("dev.seaworthy.lint.check.LintChecks", "dev.seaworthy.lint.LintCheck"),
      new Catalog(
          "dev.seaworthy.simulate.Reconcilers",
          "dev.seaworthy.simulate.controller.Reconciler",
          "dev.seaworthy.simulate.clock.VirtualClock clock",
          "dev.seaworthy.simulate.controller.OwnedPods ownedPods",
          "dev.seaworthy.simulate.controller.nodelifecycle.NodeMonitoring monitoring",
          "dev.seaworthy.simulate.controller.podautoscaler.Autoscaling autoscaling",
          "dev.seaworthy.simulate.clock.Seed seed"),
      new Catalog(
          "dev.seaworthy.simulate.scenario.verb.Verbs",
          "dev.seaworthy.simulate.scenario.language.Verb"),
      new Catalog(
          "dev.seaworthy.simulate.scheduler.plugin.Plugins",
          "dev.seaworthy.simulate.scheduler.framework.Plugin"));

  public static void main(String[] args) throws IOException {
    Sources sources = Sources.read(Path.of(args[0]));
    Path output = Path.of(args[1]);
    List<Catalog> catalogs = args.length == 2 ? CATALOGS : List.of(rowOf(args));
    for (Catalog catalog : catalogs) {
      Path file = output.resolve(catalog.name().replace('.', '/') + ".java");
      writeIfChanged(file, source(catalog, sources));
    }
    if (args.length == 2) {
      deleteOthers(output, catalogs);
    }
  }

  /** A catalogue that is no more would not compile in a folder that an older build has left. */
  private static void deleteOthers(Path output, List<Catalog> catalogs) throws IOException {
    List<Path> ours = catalogs.stream()
        .map(catalog -> output.resolve(catalog.name().replace('.', '/') + ".java"))
        .toList();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!ours.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }

  /** For trying it out: a single row follows the two folders. */
  private static Catalog rowOf(String[] args) {
    return new Catalog(args[2], args[3], Arrays.copyOfRange(args, 4, args.length));
  }

  private static String source(Catalog catalog, Sources sources) {
    return catalog.lookup() == Lookup.NONE
        ? sourceOfList(catalog, sources)
        : sourceByName(catalog, sources);
  }

  private static String sourceByName(Catalog catalog, Sources sources) {
    Map<String, String> named = new TreeMap<>();
    for (Declaration one : sources.below(catalog.packageName())) {
      if (one.isConcrete() && sources.isA(one, catalog.elementName())) {
        one.requireVisible(catalog);
        named.put(nameFor(one, catalog), "new %s()".formatted(one.name()));
      }
    }
    StringBuilder cases = new StringBuilder();
    named.forEach((word, made) ->
        cases.append("      case \"%s\" -> Optional.of(%s);%n".formatted(word, made)));
    String element = catalog.elementName();
    return """
        // Generated by GenerateCatalogs from the classes of this package and those below; do not edit.
        package %s;

        import java.util.List;
        import java.util.Optional;

        /** Every {@link %s} there is, by name. */
        public final class %s {

          private %s() {}

          /** In alphabetical order. */
          public static List<String> names() {
            return List.of(%s);
          }

          /** The one of that name; no other is loaded. */
          public static Optional<%s> find(String name) {
            return switch (name) {
        %s      default -> Optional.empty();
            };
          }

          /** In the order of their names. */
          public static List<%s> all() {
            return List.of(%s);
          }
        }
        """.formatted(
            catalog.packageName(),
            element,
            simpleName(catalog.name()),
            simpleName(catalog.name()),
            named.keySet().stream().collect(Collectors.joining("\", \"", "\"", "\"")),
            element,
            cases,
            element,
            String.join(", ", named.values()));
  }

  private static String nameFor(Declaration one, Catalog catalog) {
    String simple = simpleName(one.name());
    return catalog.lookup() == Lookup.BY_CLASS ? simple : wordFor(simple, one, catalog);
  }

  /** {@code text} for {@code TextFormat}, where the catalogue is one of {@code ReportFormat}s. */
  private static String wordFor(String simple, Declaration one, Catalog catalog) {
    String element = simpleName(catalog.elementName());
    String kind = element.replaceFirst("^.*(?=[A-Z])", "");
    if (!simple.endsWith(kind)) {
      throw new IllegalStateException(one.name() + " must be called Some" + kind);
    }
    return simple.substring(0, simple.length() - kind.length()).toLowerCase(Locale.ROOT);
  }

  private static String sourceOfList(Catalog catalog, Sources sources) {
    String element = simpleName(catalog.elementName());
    StringBuilder body = new StringBuilder();
    for (Declaration one : sources.below(catalog.packageName())) {
      if (one.isFamilyOf(element)) {
        body.append("    all.addAll(%s.all(%s));%n".formatted(one.name(), one.arguments(catalog)));
      } else if (one.isConcrete() && sources.isA(one, catalog.elementName())) {
        one.requireVisible(catalog);
        body.append("    all.add(new %s(%s));%n".formatted(one.name(), one.arguments(catalog)));
      }
    }
    String parameters = catalog.parameters().stream()
        .map(p -> p.type() + " " + p.name())
        .collect(Collectors.joining(", "));
    return """
        // Generated by GenerateCatalogs from the classes of this package and those below; do not edit.
        package %s;

        import java.util.ArrayList;
        import java.util.List;

        /** Every {@link %s} there is. */
        public final class %s {

          private %s() {}

          /** In alphabetical order of packages and classes. */
          public static List<%s> all(%s) {
            List<%s> all = new ArrayList<>();
        %s    return all;
          }
        }
        """.formatted(
            catalog.packageName(),
            catalog.elementName(),
            simpleName(catalog.name()),
            simpleName(catalog.name()),
            catalog.elementName(),
            parameters,
            catalog.elementName(),
            body);
  }

  /** An unchanged file keeps its time, so that the compiler can see that there is nothing to do. */
  private static void writeIfChanged(Path file, String content) throws IOException {
    if (Files.exists(file) && Files.readString(file).equals(content)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  /** A parameter of a method; the type as it is written there. */
  private record Parameter(String type, String name) {

    static Parameter parse(String text) {
      String declared = text.replaceAll("@\\w+\\s+|\\bfinal\\s+", "").strip();
      int space = declared.lastIndexOf(' ');
      return new Parameter(declared.substring(0, space), declared.substring(space + 1));
    }

    static List<Parameter> parseAll(String text) {
      List<Parameter> parameters = new ArrayList<>();
      for (String one : splitOutsideBrackets(text)) {
        parameters.add(parse(one));
      }
      return parameters;
    }

    boolean isOfType(Parameter other) {
      return unqualified(type).equals(unqualified(other.type));
    }

    private static String unqualified(String type) {
      return type.replaceAll("\\b[a-z]\\w*\\.", "").replaceAll("\\s+", "");
    }
  }

  /** The top-level types of the product by full name. */
  private record Sources(Map<String, Declaration> byName) {

    static Sources read(Path root) throws IOException {
      Map<String, Declaration> byName = new TreeMap<>();
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          Declaration.parse(Files.readString(file)).ifPresent(d -> byName.put(d.name(), d));
        }
      }
      return new Sources(byName);
    }

    List<Declaration> below(String packageName) {
      return byName.values().stream()
          .filter(d -> d.name().startsWith(packageName + "."))
          .toList();
    }

    boolean isA(Declaration one, String element) {
      return one.supertypes().stream()
          .anyMatch(name ->
              name.equals(element) || (byName.containsKey(name) && isA(byName.get(name), element)));
    }
  }

  /** A top-level type: what its file says before the first brace, and the file. */
  private record Declaration(
      String name, String modifiers, String sort, String header, String text) {

    private static final Pattern HEADER =
        Pattern.compile("(?m)^((?:(?:public|final|abstract|sealed|non-sealed|strictfp) )*)"
            + "(class|record|enum|interface) (\\w+)([^{]*)\\{");

    static Optional<Declaration> parse(String file) {
      String text = file.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)//.*$", "");
      Matcher header = HEADER.matcher(text);
      Matcher ofPackage = Pattern.compile("(?m)^package ([\\w.]+);").matcher(text);
      if (!ofPackage.find() || !header.find()) {
        return Optional.empty();
      }
      return Optional.of(new Declaration(
          ofPackage.group(1) + "." + header.group(3),
          header.group(1),
          header.group(2),
          header.group(4),
          text));
    }

    boolean isConcrete() {
      return !sort.equals("interface") && !modifiers.contains("abstract");
    }

    boolean isFamilyOf(String element) {
      return family(element).isPresent();
    }

    private Optional<MatchResult> family(String element) {
      return Pattern.compile("(?m)^  public static List<" + element + "> all\\(([^)]*)\\)")
          .matcher(text)
          .results()
          .findFirst();
    }

    /** The full names of what it extends and implements. */
    List<String> supertypes() {
      String bare = header;
      for (String before = ""; !before.equals(bare); ) {
        before = bare;
        bare = bare.replaceAll("<[^<>]*>", "").replaceAll("\\([^()]*\\)", "");
      }
      String named = bare.replaceAll("(?s)\\bpermits\\b.*", "");
      return Pattern.compile("\\b(?!extends\\b|implements\\b)[A-Za-z][\\w.]*")
          .matcher(named.replace('\n', ' '))
          .results()
          .map(found -> fullName(found.group()))
          .toList();
    }

    private String fullName(String simple) {
      Matcher imported = Pattern.compile("(?m)^import ([\\w.]+\\." + Pattern.quote(simple) + ");")
          .matcher(text);
      return imported.find() ? imported.group(1) : packageOf(name) + "." + simple;
    }

    /** The arguments of the constructor or family method that the catalogue can call. */
    String arguments(Catalog catalog) {
      List<List<Parameter>> callable = callable(catalog);
      for (List<Parameter> parameters : callable) {
        List<String> arguments = parameters.stream()
            .flatMap(asked -> handedIn(catalog, asked).stream())
            .toList();
        if (arguments.size() == parameters.size()) {
          return String.join(", ", arguments);
        }
      }
      throw new IllegalStateException(
          name + " can't be listed in " + catalog.name() + ": it needs a constructor that takes no"
              + " more than " + catalog.parameters() + ", but has " + callable);
    }

    private List<List<Parameter>> callable(Catalog catalog) {
      Optional<MatchResult> family = family(simpleName(catalog.elementName()));
      if (family.isPresent()) {
        return List.of(Parameter.parseAll(family.get().group(1)));
      }
      if (sort.equals("record")) {
        return List.of(
            Parameter.parseAll(header.substring(header.indexOf('(') + 1, header.lastIndexOf(')'))));
      }
      return constructors();
    }

    private List<List<Parameter>> constructors() {
      List<MatchResult> found = Pattern.compile(
              "(?m)^  ((?:\\w+ )?)" + simpleName(name) + "\\(([^)]*)\\)")
          .matcher(text)
          .results()
          .toList();
      return found.isEmpty()
          ? List.of(List.of())
          : found.stream()
              .filter(constructor -> !constructor.group(1).equals("private "))
              .map(constructor -> Parameter.parseAll(constructor.group(2)))
              .toList();
    }

    private static Optional<String> handedIn(Catalog catalog, Parameter asked) {
      return catalog.parameters().stream()
          .filter(given -> given.isOfType(asked))
          .map(Parameter::name)
          .findFirst();
    }

    void requireVisible(Catalog catalog) {
      if (!modifiers.contains("public") && !packageOf(name).equals(catalog.packageName())) {
        throw new IllegalStateException(name + " must be public to be listed in " + catalog.name());
      }
    }
  }

  private static List<String> splitOutsideBrackets(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '<' || c == '(' ? 1 : c == '>' || c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    parts.removeIf(String::isBlank);
    return parts;
  }

  private static String packageOf(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static String simpleName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
