package dev.seaworthy.explain;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Field;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.Type;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.api.names.KindNames;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.validate.data.Row;
import dev.seaworthy.validate.data.TypeTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a field is, in the manner of {@code kubectl explain}: its type, its default, what must hold
 * of it, and the fields below.
 */
public final class Explanation {

  private static final String CHOICE = "one of ";

  private final ApiCatalog catalog;
  private final TypeTable constraints = TypeTable.load("constraints.tsv");
  private final TypeTable defaults = TypeTable.load("defaults.tsv");
  private final FieldDescriptions descriptions = new FieldDescriptions();

  /** Explains the kinds of {@code catalog}. */
  public Explanation(ApiCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * An answer. Where a path leads only part of the way, both are there: what is wrong with it, and
   * what there is at the last place that it reaches.
   *
   * @param text what to show; empty if there is no such kind
   * @param problem what is wrong with the question; empty if nothing is
   */
  public record Answer(String text, String problem) {

    /** Whether there is such a field. */
    public boolean found() {
      return problem.isEmpty();
    }
  }

  /**
   * Explains a path such as {@code deployment.spec.strategy}; an index or key may be written too. Of
   * several versions of a kind it takes the most stable one that has the field.
   */
  public Answer of(String path) {
    String plain = path.replaceAll("\\[[^\\]]*\\]", "");
    // What ends in a dot is as without it, and nothing but dots names no kind: a split has none.
    List<String> steps = plain.matches("\\.+") ? List.of("") : List.of(plain.split("\\."));
    List<ResourceType> kinds = KindNames.find(catalog, steps.get(0));
    if (kinds.isEmpty()) {
      return new Answer(
          "",
          "Kubernetes " + catalog.release() + " has no kind '" + steps.get(0) + "'"
              + suggestion(steps.get(0), KindNames.all(catalog)));
    }
    return kinds.stream()
        .map(kind -> new FieldWalk(kind, steps))
        .filter(FieldWalk::isComplete)
        .findFirst()
        .map(walk -> new Answer(text(walk), ""))
        .orElseGet(() -> partly(new FieldWalk(kinds.get(0), steps)));
  }

  private Answer partly(FieldWalk walk) {
    String problem = walk.struct()
        .map(struct -> "there is no field '" + walk.missing() + "' in " + walk.path()
            + suggestion(
                walk.missing(), struct.fields().stream().map(Field::name).toList()))
        .orElseGet(() -> walk.path() + " is " + TypeWords.of(walk.type()) + " and has no fields");
    return new Answer(text(walk), problem);
  }

  private static String suggestion(String name, List<String> candidates) {
    return NearestName.to(name, candidates)
        .map(near -> "; did you mean " + near + "?")
        .orElse("");
  }

  private String text(FieldWalk walk) {
    StringBuilder out = new StringBuilder();
    GroupVersionKind gvk = walk.kind().gvk();
    out.append("KIND:     ").append(gvk.kind()).append('\n');
    out.append("VERSION:  ")
        .append(gvk.apiVersion())
        .append(" (Kubernetes ")
        .append(catalog.release())
        .append(")\n");
    walk.field()
        .ifPresentOrElse(
            field -> field(walk, field, out),
            () -> descriptions.of(walk.owner()).ifPresent(text -> paragraph(text, 10, out)));
    rules(
        walk.field()
            .map(field -> SchemaFacts.rules(walk.owner(), field.name()))
            .orElseGet(() -> SchemaFacts.rulesOf(walk.owner())),
        out);
    walk.struct().ifPresent(struct -> fields(struct, out));
    return out.toString();
  }

  private static void rules(List<String> rules, StringBuilder out) {
    if (!rules.isEmpty()) {
      out.append("\nRULES:\n");
      rules.forEach(line -> out.append("  ").append(line).append('\n'));
    }
  }

  private void field(FieldWalk walk, Field field, StringBuilder out) {
    out.append("FIELD:    ")
        .append(walk.path())
        .append(" <")
        .append(TypeWords.of(walk.type()))
        .append(">\n");
    description(walk.owner(), field).ifPresent(text -> paragraph(text, 10, out));
    for (String fact : facts(walk.owner(), field)) {
      out.append("          ").append(fact).append('\n');
    }
    since(walk)
        .ifPresent(
            release -> out.append("          since Kubernetes ").append(release).append('\n'));
  }

  /** The first release that has a field which was not there from the start. */
  private static Optional<Release> since(FieldWalk walk) {
    return Release.supported().stream()
        .sorted(Comparator.comparingInt(Release::minor))
        .filter(release -> walk.isThereIn(BuiltInCatalog.of(release)))
        .findFirst()
        .filter(first -> !first.equals(Release.OLDEST));
  }

  private Optional<String> description(Type.Struct owner, Field field) {
    return descriptions
        .of(owner, field.name())
        .or(() -> SchemaFacts.description(owner, field.name()));
  }

  private List<Row> constraintsOf(Type.Struct struct) {
    return constraints.rows(struct.name()).stream()
        .filter(row -> row.holdsIn(catalog.release().minor()))
        .toList();
  }

  private void fields(Type.Struct struct, StringBuilder out) {
    for (String fact : ConstraintWords.ofStruct(constraintsOf(struct))) {
      out.append("          ").append(fact).append('\n');
    }
    out.append("\nFIELDS:\n");
    int widest =
        struct.fields().stream().mapToInt(field -> field.name().length()).max().orElse(0);
    for (Field field : struct.fields()) {
      String gap = " ".repeat(widest - field.name().length());
      String line = "  " + field.name() + gap + "  <" + TypeWords.of(field.type()) + ">";
      List<String> facts = facts(struct, field);
      out.append(line)
          .append(facts.isEmpty() ? "" : "  " + String.join("; ", facts))
          .append('\n');
      description(struct, field).ifPresent(text -> paragraph(text, 6, out));
    }
  }

  /** A sentence, wrapped for a terminal of 80 columns. */
  private static void paragraph(String text, int indent, StringBuilder out) {
    int column = 0;
    for (String word : text.split(" ")) {
      if (column > 0 && column + 1 + word.length() > 80) {
        out.append('\n');
        column = 0;
      }
      String gap = column == 0 ? " ".repeat(indent) : " ";
      out.append(gap).append(word);
      column += gap.length() + word.length();
    }
    out.append('\n');
  }

  /** What the type says already is not said again. */
  private static String withoutRequired(String fact) {
    return fact.startsWith("required, ") ? fact.substring("required, ".length()) : fact;
  }

  private List<String> facts(Type.Struct owner, Field field) {
    List<String> facts = new ArrayList<>();
    if (field.required()) {
      facts.add("required");
    }
    for (Row row : defaults.rows(owner.name())) {
      if (row.subject().equals(field.name()) && row.holdsIn(catalog.release().minor())) {
        ConstraintWords.ofDefault(row).ifPresent(facts::add);
      }
    }
    List<String> demands = new ArrayList<>();
    for (String fact : ConstraintWords.of(field.name(), constraintsOf(owner))) {
      demands.add(field.required() ? withoutRequired(fact) : fact);
    }
    List<String> choice =
        field.enumeration().stream().filter(any -> !any.isEmpty()).toList();
    if (!choice.isEmpty() && demands.stream().noneMatch(Explanation::isChoice)) {
      facts.add(CHOICE + String.join(", ", choice));
    }
    facts.addAll(SchemaFacts.of(owner, field.name()));
    facts.addAll(demands);
    return facts.stream().distinct().toList();
  }

  /** What the server demands may be less than the type's values, and comes in a better order. */
  private static boolean isChoice(String fact) {
    return fact.startsWith(CHOICE);
  }
}
