package dev.seaworthy.lint.source;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.cel.CelExpressionCompiler.InvalidExpression;
import dev.seaworthy.cel.ValueType;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.PathPattern;
import dev.seaworthy.lint.CoveredCheck;
import dev.seaworthy.lint.Each;
import dev.seaworthy.lint.NamedKind;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleFix;
import dev.seaworthy.lint.RuleParameter;
import dev.seaworthy.lint.RuleProfile;
import dev.seaworthy.lint.Vocabulary;
import dev.seaworthy.lint.check.LintChecks;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.manifest.ValueProblems;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a rule's {@code rule.yaml}. Every mistake is told with its place, those in expressions too;
 * {@code docs/how-to/write-a-rule.md} explains the words.
 */
final class RuleReader {

  private static final List<String> SEVERITIES =
      Stream.of(Severity.values()).map(Severity::word).toList();
  private static final List<String> EACH =
      Stream.of(Each.values()).map(Each::word).toList();
  private static final List<String> PROFILES =
      Stream.of(RuleProfile.values()).map(RuleProfile::word).toList();
  private static final List<String> ROLES = Stream.of(Container.Role.values())
      .map(role -> role.name().toLowerCase(Locale.ROOT))
      .toList();
  private static final Set<String> PARAMETER_WORDS = Set.of("type", "default", "help");
  private static final String UNSAID = "";

  private final Words words;
  private final ValueProblems problems;
  private final RuleExpressions expressions;

  RuleReader(Node root, ValueProblems problems, RuleExpressions expressions) {
    this.words = new Words(root, "a rule", problems);
    this.problems = problems;
    this.expressions = expressions;
  }

  /** The rule of the folder of that name; it counts only if nothing was told. */
  Rule read(String folder) {
    String id = words.required("id");
    if (!id.equals(folder) && !id.isEmpty()) {
      problems.report(words.field("id"), "'id' must be the folder's name, " + folder);
    }
    Rule rule = new Rule(
        id,
        words.required("title"),
        severity("severity").orElse(Severity.WARNING),
        words.text("category").orElse("own"),
        new LinkedHashSet<>(words.someOf("profiles", PROFILES)),
        words.text("since").orElse(UNSAID),
        words.oneOf("each", EACH).map(RuleReader::each).orElse(Each.OBJECT),
        kinds("kinds"),
        roles(),
        paths("over"),
        path("given"),
        paths("depends-on"),
        kinds("targets"),
        parameters(),
        paths("at"),
        severity("closed-severity"),
        words.text("remedy").orElse(UNSAID).strip(),
        fix(),
        condition());
    words.field("covers");
    words.done();
    return rule;
  }

  /** Tells of places to judge that no field of what the rule is asked of has. */
  void requireFields(Rule rule) {
    FieldPlaces places = new FieldPlaces(rule.each(), rule.kinds());
    for (String word : List.of("over", "depends-on")) {
      Node paths = words.field(word);
      for (Node written : paths.isString() ? List.of(paths) : paths.items()) {
        requireField(written.text(), written.span(), places);
      }
    }
    List<String> starts = rule.over().isEmpty() ? List.of("") : rule.over();
    if (!rule.given().isEmpty() && problems.isEmpty()) {
      starts.forEach(
          start -> requireField(start + "." + rule.given(), words.field("given").span(), places));
    }
  }

  private void requireField(String path, Span place, FieldPlaces places) {
    places
        .objection(PathPattern.parse(path))
        .ifPresent(objection -> problems.report(place, objection));
  }

  private List<String> paths(String word) {
    Node written = words.field(word);
    (written.isString() ? List.of(written) : written.items())
        .forEach(each -> requirePath(each.text(), each.span()));
    return words.textOrTexts(word);
  }

  private String path(String word) {
    String path = words.text(word).orElse(UNSAID);
    requirePath(path, words.field(word).span());
    return path;
  }

  private void requirePath(String path, Span place) {
    try {
      PathPattern.parse(path);
    } catch (IllegalArgumentException broken) {
      problems.report(place, String.valueOf(broken.getMessage()));
    }
  }

  /** The checks of others whose findings the rule finds: a list of names for each tool. */
  List<CoveredCheck> covers() {
    List<CoveredCheck> covers = new ArrayList<>();
    for (Mapping.Entry tool : words.field("covers").entries()) {
      tool.value().items().forEach(name -> covers.add(new CoveredCheck(tool.key(), name.text())));
    }
    return covers;
  }

  private static Each each(String word) {
    return Each.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private Optional<Severity> severity(String word) {
    return words.oneOf(word, SEVERITIES).flatMap(Severity::find);
  }

  private Set<GroupKind> kinds(String word) {
    Set<GroupKind> kinds = new LinkedHashSet<>();
    words.texts(word).forEach(text -> kinds.add(kind(text)));
    return kinds;
  }

  private static GroupKind kind(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? GroupKind.of("", text)
        : GroupKind.of(text.substring(0, slash), text.substring(slash + 1));
  }

  /** The custom kinds that {@code rule} names. */
  List<NamedKind> customKinds(Rule rule) {
    return namedKinds()
        .filter(written -> !KnownKinds.isBuiltIn(kind(written.text())))
        .map(written ->
            new NamedKind(rule.id(), kind(written.text()), problems.place(written.span())))
        .toList();
  }

  private Stream<Node> namedKinds() {
    return Stream.of("kinds", "targets").flatMap(word -> words.field(word).items().stream());
  }

  /** Tells of kinds that there cannot be. */
  void requireKinds() {
    namedKinds()
        .forEach(written -> KindNames.objection(kind(written.text()))
            .ifPresent(objection -> problems.report(written, objection)));
  }

  private Set<Container.Role> roles() {
    Set<Container.Role> roles = EnumSet.noneOf(Container.Role.class);
    words
        .someOf("containers", ROLES)
        .forEach(role -> roles.add(Container.Role.valueOf(role.toUpperCase(Locale.ROOT))));
    return roles.isEmpty() ? EnumSet.allOf(Container.Role.class) : roles;
  }

  private List<RuleParameter> parameters() {
    List<RuleParameter> parameters = new ArrayList<>();
    for (Mapping.Entry entry : words.map("parameters").entries()) {
      Words of = new Words(entry.value(), "the parameter '" + entry.key() + "'", problems);
      if (of.field("default").isAbsent()) {
        problems.report(entry.keySpan(), "the parameter '" + entry.key() + "' needs a 'default'");
      }
      parameters.add(new RuleParameter(
          entry.key(), of.required("type"), of.field("default"), of.required("help")));
      of.done(PARAMETER_WORDS);
    }
    return parameters;
  }

  private Optional<RuleFix> fix() {
    Node written = words.map("fix");
    if (written.isAbsent()) {
      return Optional.empty();
    }
    Words fix = new Words(written, "a fix", problems);
    Map<String, Node> put = new LinkedHashMap<>();
    fix.map("set").entries().forEach(entry -> put.put(entry.key(), entry.value()));
    Stream.of("set", "rename")
        .flatMap(word -> fix.field(word).entries().stream())
        .forEach(entry -> requirePath(entry.key(), entry.keySpan()));
    fix.field("remove").items().forEach(each -> requirePath(each.text(), each.span()));
    Map<String, String> rename = new LinkedHashMap<>();
    fix.map("rename")
        .entries()
        .forEach(entry -> rename.put(entry.key(), entry.value().text()));
    List<String> remove = fix.texts("remove");
    RuleFix found = new RuleFix(put, remove, rename, safety(fix));
    boolean byJava = words.field("check").isPresent();
    if (!found.isComplete() && !byJava) {
      problems.report(written, "a fix must 'set', 'remove' or 'rename' something");
    }
    if (found.safe() == RuleFix.Safety.SOMETIMES && !byJava) {
      problems.report(written, "a fix is 'safe', or it is not: true or false");
    }
    fix.done();
    return Optional.of(found);
  }

  private RuleFix.Safety safety(Words fix) {
    String word = fix.field("safe") instanceof Scalar scalar ? scalar.value() : "";
    return RuleFix.Safety.find(word).orElseGet(() -> {
      problems.report(fix.node(), "a fix needs 'safe', true or false");
      return RuleFix.Safety.FALSE;
    });
  }

  private Rule.Condition condition() {
    Node check = words.field("check");
    Node holds = words.field("holds");
    if (check.isPresent() == holds.isPresent()) {
      problems.report(words.node(), "a rule needs 'holds', an expression, or 'check'; one of them");
    }
    return check.isPresent() ? java(check.text().strip()) : expression(holds);
  }

  private static Rule.Condition java(String name) {
    return new Rule.JavaCheck(
        name, LintChecks.find(name).filter(RelationCheck.class::isInstance).isPresent());
  }

  private Rule.Condition expression(Node holds) {
    String source = words.required("holds");
    byte[] condition = compile(source, holds, ValueType.BOOL);
    byte[] message =
        compile(template(words.required("message")), words.field("message"), ValueType.STRING);
    return new Rule.Expression(
        source,
        expressions.code(condition),
        expressions.code(message),
        asksOthers(condition) || asksOthers(message));
  }

  private String template(String message) {
    try {
      return MessageTemplate.toExpression(message);
    } catch (IllegalArgumentException unclosed) {
      problems.report(words.field("message"), String.valueOf(unclosed.getMessage()));
      return "''";
    }
  }

  private static boolean asksOthers(byte[] expression) {
    return RuleExpressions.references(expression).stream().anyMatch(Vocabulary::asksOthers);
  }

  /** What cannot be compiled is told; what stands for it then is never asked. */
  private byte[] compile(String source, Node place, ValueType type) {
    try {
      return expressions.compile(source, type);
    } catch (InvalidExpression invalid) {
      if (!source.isEmpty()) {
        problems.report(place, "this is no valid expression: " + invalid.getMessage());
      }
      return always(type);
    }
  }

  private byte[] always(ValueType type) {
    try {
      return expressions.compile(type.equals(ValueType.BOOL) ? "true" : "''", type);
    } catch (InvalidExpression impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
