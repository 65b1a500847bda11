package dev.seaworthy.api.structure;

import static dev.seaworthy.api.structure.FlowMapping.scalar;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Writes the types of one package, over all releases, as YAML for reviewers: a line a field, what
 * is the same everywhere said once, {@code since} and {@code until} (inclusive) where releases
 * differ.
 */
final class StructureText {

  private static final String HEADER =
      "# Written by `seaworthy schema import` from the API's own description; not by hand.\n";

  private final Structures structures;
  private final Run<?> always;
  private final StringBuilder out = new StringBuilder(HEADER);

  private StructureText(Structures structures) {
    this.structures = structures;
    List<Integer> all = structures.releases();
    this.always = new Run<>(all.get(0), all.get(all.size() - 1), "");
  }

  /** The list of the releases that the files speak of. */
  static String releases(List<Integer> releases) {
    StringBuilder out = new StringBuilder(HEADER).append("releases:\n");
    releases.forEach(
        minor -> out.append("  - ").append(FlowMapping.release(minor)).append('\n'));
    return out.toString();
  }

  static String of(Structures structures, String packageName, SortedSet<String> types) {
    StructureText text = new StructureText(structures);
    text.kinds(structures.kindsOf(packageName));
    text.out.append("types:\n");
    types.forEach(text::type);
    return text.out.toString();
  }

  private void kinds(SortedSet<String> names) {
    if (names.isEmpty()) {
      return;
    }
    out.append("kinds:\n");
    for (String name : names) {
      for (Run<KindEntry> run : structures.kind(name)) {
        out.append("  - ").append(kind(run.value()).putLimits(run, always)).append('\n');
      }
    }
  }

  private static FlowMapping kind(KindEntry kind) {
    String name = kind.gvk().kind();
    String type = TypeName.parse(kind.type()).name();
    return new FlowMapping()
        .put("kind", scalar(name))
        .put("apiVersion", scalar(kind.gvk().apiVersion()))
        .putIf(!type.equals(name), "type", scalar(type))
        .putIf(kind.list(), "list", "true")
        .putIf(!kind.list(), "plural", scalar(kind.plural()))
        .putIf(!kind.list(), "namespaced", Boolean.toString(kind.namespaced()))
        .putIf(!kind.byDefault(), "byDefault", "false");
  }

  private void type(String fullName) {
    out.append("  ").append(scalar(TypeName.parse(fullName).name())).append(":\n");
    List<Run<Structures.Shape>> runs = structures.type(fullName);
    for (Run<Structures.Shape> run : runs) {
      type(fullName, run, runs.size() == 1 ? "    " : "    - ");
    }
  }

  private void type(String fullName, Run<Structures.Shape> run, String firstIndent) {
    String indent = " ".repeat(firstIndent.length());
    FlowMapping about = new FlowMapping()
        .putIf(run.value().atomic(), "atomic", "true")
        .putIf(run.value().open(), "open", "true")
        .putLimits(run, always);
    String next = firstIndent;
    for (String entry : about.entries()) {
      out.append(next).append(entry).append('\n');
      next = indent;
    }
    SortedMap<String, List<Run<FieldEntry>>> fields = structures.fields(fullName, run);
    out.append(next).append(fields.isEmpty() ? "fields: {}\n" : "fields:\n");
    fields.forEach((name, field) -> field(indent + "  ", name, field, run));
  }

  private void field(String indent, String name, List<Run<FieldEntry>> runs, Run<?> within) {
    out.append(indent).append(scalar(name)).append(':');
    if (runs.size() == 1) {
      out.append(' ').append(field(runs.get(0), within)).append('\n');
      return;
    }
    out.append('\n');
    for (Run<FieldEntry> run : runs) {
      out.append(indent).append("  - ").append(field(run, within)).append('\n');
    }
  }

  private static String field(Run<FieldEntry> run, Run<?> within) {
    FieldEntry field = run.value();
    FlowMapping flow = new FlowMapping()
        .put("type", scalar(field.type()))
        .putIf(field.required(), "required", "true")
        .putIf(!field.enumeration().isEmpty(), "enum", values(field.enumeration()))
        .putIf(!field.zero().isEmpty(), "default", field.zero())
        .putIf(!field.patch().isEmpty(), "patch", scalar(field.patch()))
        .putLimits(run, within);
    return flow.entries().size() == 1 ? scalar(field.type()) : flow.toString();
  }

  private static String values(List<String> values) {
    return "[" + String.join(", ", values.stream().map(FlowMapping::scalar).toList()) + "]";
  }
}
