package dev.seaworthy.explain;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Field;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.Type;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.validate.data.Row;
import dev.seaworthy.validate.data.TypeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a field is, in the manner of {@code kubectl explain}: its type, its default, what must hold
 * of it, and the fields below.
 */
public final class Explanation {

  private final ApiCatalog catalog;
  private final TypeTable constraints = TypeTable.load("constraints.tsv");
  private final TypeTable defaults = TypeTable.load("defaults.tsv");
  private final FieldDescriptions descriptions = new FieldDescriptions();

  /** Explains the kinds of {@code catalog}. */
  public Explanation(ApiCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * An answer: text to show, or what is wrong with the question.
   *
   * @param found whether there is such a field
   */
  public record Answer(boolean found, String text) {}

  /** Explains a path such as {@code deployment.spec.strategy}; an index or key may be written too. */
  public Answer of(String path) {
    String[] steps = path.replaceAll("\\[[^\\]]*\\]", "").split("\\.");
    Optional<ResourceType> kind = KindNames.find(catalog, steps[0]);
    if (kind.isEmpty()) {
      return new Answer(
          false,
          "Kubernetes " + catalog.release() + " has no kind '" + steps[0] + "'"
              + suggestion(steps[0], KindNames.all(catalog)));
    }
    Type type = kind.get().struct();
    Type.Struct owner = kind.get().struct();
    Field field = null;
    for (int i = 1; i < steps.length; i++) {
      Optional<Type.Struct> struct = TypeWords.structOf(type);
      if (struct.isEmpty()) {
        return new Answer(
            false,
            String.join(".", List.of(steps).subList(0, i)) + " is " + TypeWords.of(type)
                + " and has no fields");
      }
      owner = struct.get();
      Optional<Field> next = owner.field(steps[i]);
      if (next.isEmpty()) {
        List<String> names = owner.fields().stream().map(Field::name).toList();
        return new Answer(
            false,
            "there is no field '" + steps[i] + "' in "
                + String.join(".", List.of(steps).subList(0, i)) + suggestion(steps[i], names));
      }
      field = next.get();
      type = field.type();
    }
    return new Answer(true, text(kind.get().gvk(), path, owner, field, type));
  }

  private static String suggestion(String name, List<String> candidates) {
    return NearestName.to(name, candidates)
        .map(near -> "; did you mean " + near + "?")
        .orElse("");
  }

  private String text(
      GroupVersionKind gvk,
      String path,
      Type.Struct owner,
      @org.jspecify.annotations.Nullable Field field,
      Type type) {
    StringBuilder out = new StringBuilder();
    out.append("KIND:     ").append(gvk.kind()).append('\n');
    out.append("VERSION:  ")
        .append(gvk.apiVersion())
        .append(" (Kubernetes ")
        .append(catalog.release())
        .append(")\n");
    if (field != null) {
      out.append("FIELD:    ")
          .append(path)
          .append(" <")
          .append(TypeWords.of(type))
          .append(">\n");
      descriptions.of(owner, field.name()).ifPresent(text -> paragraph(text, 10, out));
      for (String fact : facts(owner, field)) {
        out.append("          ").append(fact).append('\n');
      }
    }
    if (field == null) {
      descriptions.of(owner).ifPresent(text -> paragraph(text, 10, out));
    }
    TypeWords.structOf(type).ifPresent(struct -> fields(struct, out));
    return out.toString();
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
      descriptions.of(struct, field.name()).ifPresent(text -> paragraph(text, 6, out));
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
        facts.add(ConstraintWords.ofDefault(row));
      }
    }
    if (!field.enumeration().isEmpty()) {
      facts.add("one of " + String.join(", ", field.enumeration()));
    }
    for (String fact : ConstraintWords.of(field.name(), constraintsOf(owner))) {
      facts.add(field.required() ? withoutRequired(fact) : fact);
    }
    return facts.stream().distinct().toList();
  }
}
