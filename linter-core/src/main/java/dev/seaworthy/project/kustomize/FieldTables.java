package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which fields each step of a build changes: those that kustomize knows, and what files of
 * {@code configurations} add. What a kustomization is made of brings its own along. Immutable.
 */
final class FieldTables {

  private static final String REFERENCES = "nameReference";
  private static final String FIELDS = "fieldSpecs";
  private static final Set<String> OF_FIELD = Set.of("group", "version", "kind", "path", "create");
  private static final Set<String> OF_REFERENCE = Set.of("group", "version", "kind", FIELDS);

  /** What kustomize knows by itself. */
  static final FieldTables USUAL = usual();

  private final Map<FieldStep, List<FieldRow>> rows;
  private final List<ReferenceFields.Row> references;

  private FieldTables(Map<FieldStep, List<FieldRow>> rows, List<ReferenceFields.Row> references) {
    this.rows = rows;
    this.references = references;
  }

  private static FieldTables usual() {
    Map<FieldStep, List<FieldRow>> rows = new EnumMap<>(FieldStep.class);
    for (FieldStep step : FieldStep.values()) {
      rows.put(step, step.usual());
    }
    return new FieldTables(rows, ReferenceFields.ALL);
  }

  List<FieldRow> of(FieldStep step) {
    return rows.getOrDefault(step, List.of());
  }

  List<ReferenceFields.Row> references() {
    return references;
  }

  /** With what {@code other} knows beside; {@code mention} is what brings the two together. */
  FieldTables with(FieldTables other, Mention mention) throws BuildFailure {
    if (other == this || other == USUAL) {
      return this;
    }
    if (this == USUAL) {
      return other;
    }
    Map<FieldStep, List<FieldRow>> all = new EnumMap<>(FieldStep.class);
    for (FieldStep step : FieldStep.values()) {
      all.put(step, merged(of(step), other.of(step), mention));
    }
    List<ReferenceFields.Row> names = new ArrayList<>(references);
    other.references.stream().filter(row -> !names.contains(row)).forEach(names::add);
    return new FieldTables(all, names);
  }

  /** What is there already is passed over, unless it says otherwise whether the field is made. */
  static List<FieldRow> merged(List<FieldRow> rows, List<FieldRow> more, Mention mention)
      throws BuildFailure {
    List<FieldRow> all = new ArrayList<>(rows);
    for (FieldRow row : more) {
      FieldRow known = all.stream().filter(each -> each.isAlso(row)).findFirst().orElse(null);
      if (known == null) {
        all.add(row);
      } else if (known.create() != row.create()) {
        throw mention.failure(
            "the field " + String.join("/", row.path()) + " is known with create: " + known.create()
                + ", and kustomize refuses two rows that differ in that");
      }
    }
    return all;
  }

  /** What the files of {@code configurations} of {@code layer} say, with the usual. */
  static FieldTables of(Layer layer) throws BuildFailure {
    FieldTables tables = USUAL;
    for (Node file : layer.get("configurations").items()) {
      Path path = layer.resolve(file);
      for (Node document : layer.values(file).orElseThrow(() -> missing(layer, file))) {
        if (document instanceof Mapping root) {
          tables = USUAL.reading(root, path).with(tables, layer.mention(file));
        }
      }
    }
    return tables;
  }

  private static BuildFailure missing(Layer layer, Node file) {
    return layer.failure("there is no file " + file.text(), file);
  }

  private FieldTables reading(Mapping root, Path file) throws BuildFailure {
    Map<FieldStep, List<FieldRow>> all = new EnumMap<>(rows);
    List<ReferenceFields.Row> names = new ArrayList<>(references);
    for (Mapping.Entry entry : root.entries()) {
      Mention mention = new Mention(file, entry.keySpan());
      if (entry.key().equals(REFERENCES)) {
        for (Node reference : entry.value().items()) {
          check(reference, OF_REFERENCE, file);
          for (Node field : reference.get(FIELDS).items()) {
            names.add(new ReferenceFields.Row(KindPattern.in(reference), row(field, file)));
          }
        }
      } else {
        FieldStep step = step(entry.key(), mention);
        List<FieldRow> more = new ArrayList<>();
        for (Node field : entry.value().items()) {
          more.add(row(field, file));
        }
        all.put(step, merged(all.getOrDefault(step, List.of()), more, mention));
      }
    }
    return new FieldTables(all, names.stream().distinct().toList());
  }

  private static FieldStep step(String word, Mention mention) throws BuildFailure {
    return Arrays.stream(FieldStep.values())
        .filter(step -> step.word().equals(word))
        .findFirst()
        .orElseThrow(() -> mention.failure("unknown field \"" + word + "\" in configurations"));
  }

  private static FieldRow row(Node field, Path file) throws BuildFailure {
    check(field, OF_FIELD, file);
    if (field.get("path").text().isEmpty()) {
      throw new BuildFailure("a field must have a path such as spec/name", file, field.span());
    }
    return FieldRow.written(field);
  }

  private static void check(Node holder, Set<String> known, Path file) throws BuildFailure {
    for (Mapping.Entry entry : holder.entries()) {
      if (!known.contains(entry.key())) {
        throw new BuildFailure(
            "unknown field \"" + entry.key() + "\" in configurations", file, entry.keySpan());
      }
    }
  }
}
