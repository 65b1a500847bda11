package dev.seaworthy.build;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.cel.CelExpressionCompiler.InvalidExpression;
import dev.seaworthy.cel.ValueType;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.Container;
import dev.seaworthy.lint.CoveredCheck;
import dev.seaworthy.lint.Each;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleFix;
import dev.seaworthy.lint.RuleParameter;
import dev.seaworthy.lint.Vocabulary;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A rule's {@code rule.yaml}, and the rule that it becomes. */
final class RuleFile {

  private static final Set<String> WORDS = Set.of(
      "id",
      "title",
      "severity",
      "category",
      "profiles",
      "since",
      "covers",
      "each",
      "kinds",
      "containers",
      "over",
      "given",
      "targets",
      "parameters",
      "holds",
      "check",
      "at",
      "closed-severity",
      "message",
      "remedy",
      "fix");

  private static final Set<String> FIX_WORDS = Set.of("set", "remove", "rename", "safe");

  private final String folder;
  private final Node root;
  private final RuleExpressions expressions;

  RuleFile(String folder, Node root, RuleExpressions expressions) {
    this.folder = folder;
    this.root = root;
    this.expressions = expressions;
  }

  Rule toRule() {
    root.entries()
        .forEach(entry -> require(WORDS.contains(entry.key()), "has no word " + entry.key()));
    require(folder.equals(text("id")), "has the id " + text("id"));
    return new Rule(
        text("id"),
        text("title"),
        severity(root.get("severity")),
        text("category"),
        new LinkedHashSet<>(texts("profiles")),
        text("since"),
        Each.valueOf(text("each").toUpperCase(Locale.ROOT)),
        kinds("kinds"),
        roles(),
        textOrTexts("over"),
        root.get("given").text(),
        kinds("targets"),
        parameters(),
        textOrTexts("at"),
        Optional.of(root.get("closed-severity")).filter(Node::isPresent).map(this::severity),
        root.get("remedy").text().strip(),
        fix(root.get("fix")),
        condition());
  }

  /** The checks of others whose findings the rule finds: a list of names for each tool. */
  List<CoveredCheck> covers() {
    List<CoveredCheck> covers = new ArrayList<>();
    for (Mapping.Entry tool : root.get("covers").entries()) {
      tool.value().items().forEach(name -> covers.add(new CoveredCheck(tool.key(), name.text())));
    }
    return covers;
  }

  private Severity severity(Node word) {
    return Severity.valueOf(word.text().toUpperCase(Locale.ROOT));
  }

  private String text(String word) {
    require(root.get(word).isString(), "needs the word " + word);
    return root.get(word).text().strip();
  }

  private List<String> texts(String word) {
    return root.get(word).items().stream().map(Node::text).toList();
  }

  private Set<GroupKind> kinds(String word) {
    Set<GroupKind> kinds = new LinkedHashSet<>();
    for (String text : texts(word)) {
      int slash = text.indexOf('/');
      kinds.add(
          slash < 0
              ? GroupKind.of("", text)
              : GroupKind.of(text.substring(0, slash), text.substring(slash + 1)));
    }
    return kinds;
  }

  private Set<Container.Role> roles() {
    Set<Container.Role> roles = EnumSet.noneOf(Container.Role.class);
    texts("containers")
        .forEach(role -> roles.add(Container.Role.valueOf(role.toUpperCase(Locale.ROOT))));
    return roles.isEmpty() ? EnumSet.allOf(Container.Role.class) : roles;
  }

  private List<RuleParameter> parameters() {
    List<RuleParameter> parameters = new ArrayList<>();
    for (Mapping.Entry entry : root.get("parameters").entries()) {
      Node value = entry.value();
      require(value.get("help").isString(), "needs help for its parameter " + entry.key());
      parameters.add(new RuleParameter(
          entry.key(),
          value.get("type").text(),
          value.get("default"),
          value.get("help").text()));
    }
    return parameters;
  }

  private Optional<RuleFix> fix(Node fix) {
    if (fix.isAbsent()) {
      return Optional.empty();
    }
    fix.entries()
        .forEach(entry ->
            require(FIX_WORDS.contains(entry.key()), "has no word " + entry.key() + " in its fix"));
    require(fix.get("safe").asBoolean().isPresent(), "does not say whether its fix is safe");
    Map<String, Node> put = new LinkedHashMap<>();
    fix.get("set").entries().forEach(entry -> put.put(entry.key(), entry.value()));
    Map<String, String> rename = new LinkedHashMap<>();
    fix.get("rename")
        .entries()
        .forEach(entry -> rename.put(entry.key(), entry.value().text()));
    List<String> remove = fix.get("remove").items().stream().map(Node::text).toList();
    require(put.size() + rename.size() + remove.size() > 0, "has a fix that changes nothing");
    return Optional.of(new RuleFix(put, remove, rename, fix.get("safe").isTrue()));
  }

  /** A word that has one text or a list of them. */
  private List<String> textOrTexts(String word) {
    Node node = root.get(word);
    return node.isString() ? List.of(node.text()) : texts(word);
  }

  private Rule.Condition condition() {
    if (root.get("check").isPresent()) {
      return new Rule.JavaCheck(text("check"));
    }
    String holds = text("holds");
    byte[] condition = compile(holds, ValueType.BOOL);
    byte[] message = compile(MessageTemplate.toExpression(text("message")), ValueType.STRING);
    return new Rule.Expression(
        holds,
        expressions.code(condition),
        expressions.code(message),
        asksOthers(condition) || asksOthers(message));
  }

  private static boolean asksOthers(byte[] expression) {
    return RuleExpressions.references(expression).stream().anyMatch(Vocabulary::asksOthers);
  }

  private byte[] compile(String source, ValueType type) {
    try {
      return expressions.compile(source, type);
    } catch (InvalidExpression invalid) {
      throw new IllegalArgumentException(
          folder + ": " + source + "\n" + invalid.getMessage(), invalid);
    }
  }

  private void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(folder + "/rule.yaml " + otherwise);
    }
  }
}
