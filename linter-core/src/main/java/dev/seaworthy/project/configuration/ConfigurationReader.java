package dev.seaworthy.project.configuration;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.PodTemplatePlace;
import dev.seaworthy.api.Release;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.ProvidedObject;
import dev.seaworthy.lint.ExternalObject;
import dev.seaworthy.lint.LintSettings.World;
import dev.seaworthy.lint.NamedKind;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleCatalog;
import dev.seaworthy.lint.RuleProfile;
import dev.seaworthy.lint.source.KindNames;
import dev.seaworthy.lint.source.OwnRules;
import dev.seaworthy.lint.source.RuleFiles;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.ValueProblems;
import dev.seaworthy.project.Exclusion;
import dev.seaworthy.validate.field.AddressFamilies;
import dev.seaworthy.validate.format.NameFormat;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what a configuration says. Every mistake is told, with its place and what was probably meant;
 * the published schema says the same to editors.
 */
final class ConfigurationReader {

  private static final List<String> SEVERITIES =
      Stream.of(Severity.values()).map(Severity::word).toList();
  private static final List<String> PROFILES =
      Stream.of(RuleProfile.values()).map(RuleProfile::word).toList();
  private static final List<String> WORLDS = List.of("auto", "closed", "open");

  private final ValueProblems problems;
  private final Path folder;
  private final RuleFiles files;

  ConfigurationReader(ValueProblems problems, Path folder, RuleFiles files) {
    this.files = files;
    this.problems = problems;
    this.folder = folder;
  }

  Configuration read(Node root) {
    Section in = Section.of(root, "a configuration", problems);
    List<NamedKind> namedKinds = new ArrayList<>();
    List<Rule> ownRules = ownRules(in, namedKinds);
    Configuration configuration = new Configuration(
        folder,
        kubernetes(in),
        in.oneOf("failOn", SEVERITIES).flatMap(Severity::find),
        exclude(in),
        paths(in, "crds"),
        paths(in, "policies"),
        paths(in, "schemaLocations"),
        in.flag("strictKinds"),
        in.oneOf("notKubernetes", List.of("skip", "note", "error")),
        in.oneOf("placeholders", List.of("unknown", "error")),
        in.oneOf("podSecurity", List.of("privileged", "baseline", "restricted")),
        ipFamilies(in),
        in.oneOf("profile", PROFILES).flatMap(RuleProfile::find),
        in.oneOf("references", WORLDS).map(word -> World.valueOf(word.toUpperCase(Locale.ROOT))),
        defaultNamespace(in),
        external(in),
        patterns(in, "units"),
        provided(in),
        podTemplates(in),
        ownRules,
        namedKinds,
        rules(in.section("rules"), ownRules),
        suppressions(in, ownRules),
        in.text("baseline").flatMap(text -> path(text, in.field("baseline"))));
    in.done();
    return configuration;
  }

  private Optional<String> defaultNamespace(Section in) {
    Optional<String> name = in.text("defaultNamespace");
    name.stream()
        .flatMap(written -> NameFormat.DNS1123_LABEL.problems(written).stream())
        .forEach(
            must -> problems.report(in.field("defaultNamespace"), "'defaultNamespace' " + must));
    return name;
  }

  private List<String> ipFamilies(Section in) {
    List<String> names = in.texts("ipFamilies");
    boolean isGiven = in.field("ipFamilies").isPresent();
    if (isGiven && AddressFamilies.of(names).isEmpty()) {
      problems.report(in.field("ipFamilies"), "'ipFamilies' must be IPv4, IPv6 or both, each once");
      return List.of();
    }
    return names;
  }

  private Optional<Release> kubernetes(Section in) {
    Optional<String> text = in.text("kubernetes");
    Optional<Release> release = text.flatMap(Release::parse).filter(Release::isSupported);
    if (text.isPresent() && release.isEmpty()) {
      problems.report(
          in.field("kubernetes"),
          "'kubernetes' must be a release from \"%s\" to \"%s\", in quotes"
              .formatted(Release.OLDEST, Release.NEWEST));
    }
    return release;
  }

  /** Paths count from the configuration's folder, wherever the command is called; URLs stay. */
  private List<String> paths(Section in, String word) {
    List<String> paths = new ArrayList<>();
    for (String text : in.texts(word)) {
      if (text.contains("://") || text.equals("default")) {
        paths.add(text);
      } else {
        path(text, in.field(word)).map(Path::toString).ifPresent(paths::add);
        requireThere(text, in.field(word));
      }
    }
    return paths;
  }

  /** Patterns of schemas lead to many files. */
  private void requireThere(String text, Node list) {
    for (Node item : list.items()) {
      if (item.text().equals(text)
          && !text.contains("{{")
          && path(text).filter(path -> Files.notExists(folder.resolve(path))).isPresent()) {
        problems.report(item, "there is no file or folder '" + text + "'");
      }
    }
  }

  private Optional<Path> path(String text, Node at) {
    try {
      return Optional.of(folder.resolve(text));
    } catch (InvalidPathException noPath) {
      problems.report(at, "'" + text + "' is no path");
      return Optional.empty();
    }
  }

  private List<ExternalObject> external(Section in) {
    List<ExternalObject> objects = new ArrayList<>();
    for (Section one : in.sections("external", "an external object")) {
      KindNames.meantBy(one.field("kind").text())
          .ifPresent(near -> problems.report(
              one.field("kind"),
              "no kind is called '" + one.field("kind").text() + "'; did you mean '" + near
                  + "'?"));
      objects.add(new ExternalObject(
          one.required("kind"),
          one.text("namespace").orElse("*"),
          one.text("name").orElse("*")));
      one.done();
    }
    return objects;
  }

  private List<ProvidedObject> provided(Section in) {
    List<ProvidedObject> objects = new ArrayList<>();
    for (Section one : in.sections("provided", "a provided object")) {
      objects.add(new ProvidedObject(
          kind(one, one.text("group").orElse(""), "kind"),
          kind(one, one.text("targetGroup").orElse(""), "targetKind"),
          one.required("name"),
          one.flag("everyNamespace")));
      one.done();
    }
    return objects;
  }

  /** A kind of which it is known that it is none would never be met. */
  private GroupKind kind(Section in, String group, String word) {
    GroupKind kind = GroupKind.of(group, in.required(word));
    if (!kind.kind().isBlank()) {
      KindNames.objectionBesideGroup(kind)
          .ifPresent(objection -> problems.report(in.field(word), objection));
    }
    return kind;
  }

  private Map<GroupKind, PodTemplatePlace> podTemplates(Section in) {
    Map<GroupKind, PodTemplatePlace> places = new LinkedHashMap<>();
    for (Section one : in.sections("podTemplates", "a pod template")) {
      String path = one.required("path");
      places.put(
          kind(one, one.required("group"), "kind"),
          new PodTemplatePlace(FieldPath.of(path.split("\\.")), one.flag("runsToItsEnd")));
      one.done();
    }
    return places;
  }

  /** What rules of one's own have as bad examples is not to be told as findings. */
  private List<String> exclude(Section in) {
    List<String> patterns = new ArrayList<>(patterns(in, "exclude"));
    for (String folder : in.texts("ruleFolders")) {
      path(folder)
          .filter(inside -> !inside.isAbsolute() && !inside.startsWith(".."))
          .ifPresent(inside -> patterns.add("/" + inside.toString().replace('\\', '/') + "/"));
    }
    return patterns;
  }

  /** Patterns as in {@code .gitignore}; one that means nothing is told. */
  private List<String> patterns(Section in, String word) {
    for (Node item : in.field(word).items()) {
      if (item.isString()) {
        Exclusion.mistake(item.text()).ifPresent(wrong -> problems.report(item, wrong));
      }
    }
    return in.texts(word).stream()
        .filter(pattern -> Exclusion.mistake(pattern).isEmpty())
        .toList();
  }

  private List<String> somePatterns(Section in) {
    in.someTexts("paths");
    return patterns(in, "paths");
  }

  /** A path that is none is told where it is read. */
  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text).normalize());
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  /** Without these, what is said of single rules could not be checked. */
  private List<Rule> ownRules(Section in, List<NamedKind> kinds) {
    List<Rule> rules = new ArrayList<>();
    for (String written : in.texts("ruleFolders")) {
      path(written, in.field("ruleFolders")).ifPresent(where -> {
        OwnRules own = OwnRules.in(where, where.toString(), files);
        problems.addAll(own.problems());
        rules.addAll(own.rules());
        kinds.addAll(own.customKinds());
      });
    }
    return rules;
  }

  private Map<String, RuleChoice> rules(Section rules, List<Rule> own) {
    return rules.node().isMapping()
        ? new RulesReader(RuleCatalog.load().with(own), problems).choices(rules)
        : Map.of();
  }

  private List<PathSuppression> suppressions(Section in, List<Rule> own) {
    List<PathSuppression> suppressions = new ArrayList<>();
    List<Section> written = in.sections("suppressions", "a suppression");
    if (written.isEmpty()) {
      return suppressions;
    }
    RulesReader rules = new RulesReader(RuleCatalog.load().with(own), problems);
    for (Section one : written) {
      List<String> names = one.someTexts("rules");
      one.field("rules").items().forEach(rules::requireKnown);
      suppressions.add(new PathSuppression(
          somePatterns(one),
          new LinkedHashSet<>(names),
          one.required("reason"),
          problems.place(one.node().span())));
      one.done();
    }
    return suppressions;
  }
}
