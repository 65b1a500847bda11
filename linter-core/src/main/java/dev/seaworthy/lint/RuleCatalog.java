package dev.seaworthy.lint;

import dev.seaworthy.api.structure.CompactReader;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every rule that ships with the product, by name. */
public final class RuleCatalog {

  /** Where the build puts the rules and their documentation, within the package's resources. */
  public static final String RULES_FILE = "rules.bin";

  /** Documentation has a file of its own: only {@code rules explain} reads it. */
  public static final String DOCUMENTATION_FILE = "rules-documentation.bin";

  private final Map<String, Rule> rules;

  /** These rules, in alphabetical order; they have no documentation but that of shipped ones. */
  public static RuleCatalog of(List<Rule> rules) {
    return new RuleCatalog(rules);
  }

  private RuleCatalog(List<Rule> rules) {
    Map<String, Rule> byId = new LinkedHashMap<>();
    rules.forEach(rule -> byId.put(rule.id(), rule));
    this.rules = byId;
  }

  /** Read when the first one asks. */
  private static final class Shipped {
    private static final RuleCatalog CATALOG = read();
  }

  /** The rules that ship with the product. */
  public static RuleCatalog load() {
    return Shipped.CATALOG;
  }

  /** These rules, and those that a project has written for itself. */
  public RuleCatalog with(List<Rule> own) {
    if (own.isEmpty()) {
      return this;
    }
    List<Rule> all = new ArrayList<>(rules.values());
    all.addAll(own);
    return new RuleCatalog(all);
  }

  private static RuleCatalog read() {
    try (InputStream file = resource(RULES_FILE)) {
      CompactReader in = new CompactReader(file.readAllBytes(), 0);
      int count = in.readShort();
      List<Rule> rules = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        rules.add(RuleFormat.read(in));
      }
      return new RuleCatalog(rules);
    } catch (IOException broken) {
      throw new UncheckedIOException("the compiled rules cannot be read", broken);
    }
  }

  private static InputStream resource(String file) throws IOException {
    InputStream stream = RuleCatalog.class.getResourceAsStream(file);
    if (stream == null) {
      throw new IOException("no resource " + file);
    }
    return stream;
  }

  /** Writes rules in the form that {@link #load} reads. */
  public static void write(List<Rule> rules, OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeShort(rules.size());
    for (Rule rule : rules) {
      RuleFormat.write(rule, out);
    }
    out.flush();
  }

  /** Writes what people need to know of each rule, by its id. */
  public static void writeDocumentation(Map<String, RuleDocumentation> rules, OutputStream stream)
      throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeShort(rules.size());
    for (Map.Entry<String, RuleDocumentation> rule : rules.entrySet()) {
      out.writeUTF(rule.getKey());
      rule.getValue().write(out);
    }
    out.flush();
  }

  /** In alphabetical order. */
  public List<Rule> all() {
    return List.copyOf(rules.values());
  }

  public Optional<Rule> find(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  /** Why the rule is there, what to do instead and when to leave it alone, as Markdown. */
  public String documentation(Rule rule) {
    return documented(rule).text();
  }

  /** The checks of other tools and of standards whose findings the rule finds, tool by tool. */
  public List<CoveredCheck> covers(Rule rule) {
    return documented(rule).covers();
  }

  private static RuleDocumentation documented(Rule rule) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(resource(DOCUMENTATION_FILE)))) {
      int count = in.readShort();
      for (int i = 0; i < count; i++) {
        String id = in.readUTF();
        RuleDocumentation documentation = RuleDocumentation.read(in);
        if (id.equals(rule.id())) {
          return documentation;
        }
      }
      return RuleDocumentation.NONE;
    } catch (IOException broken) {
      throw new UncheckedIOException("the rules' documentation cannot be read", broken);
    }
  }
}
