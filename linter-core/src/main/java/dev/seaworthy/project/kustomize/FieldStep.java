package dev.seaworthy.project.kustomize;

import java.util.ArrayList;
import java.util.List;

/** The steps of a build that change fields, by the words of {@code configurations}. */
enum FieldStep {
  NAME_PREFIX("namePrefix", List.of(FieldRow.of("*", "metadata/name"))),
  NAME_SUFFIX("nameSuffix", List.of(FieldRow.of("*", "metadata/name"))),
  NAMESPACE("namespace", Naming.NAMESPACES),
  COMMON_LABELS("commonLabels", everyLabel()),
  LABELS("labels", List.of()),
  TEMPLATE_LABELS("templateLabels", LabelFields.TEMPLATES),
  COMMON_ANNOTATIONS("commonAnnotations", LabelFields.ANNOTATIONS),
  IMAGES("images", List.of()),
  REPLICAS(
      "replicas",
      Replicas.KINDS.stream()
          .map(kind -> FieldRow.of(kind, "spec/replicas").created())
          .toList()),
  VARIABLES("varReference", VariableFields.ALL);

  private final String word;
  private final List<FieldRow> usual;

  FieldStep(String word, List<FieldRow> usual) {
    this.word = word;
    this.usual = usual;
  }

  String word() {
    return word;
  }

  /** The fields that kustomize itself knows. */
  List<FieldRow> usual() {
    return usual;
  }

  private static List<FieldRow> everyLabel() {
    List<FieldRow> rows = new ArrayList<>(LabelFields.METADATA);
    rows.addAll(LabelFields.TEMPLATES);
    rows.addAll(LabelFields.SELECTORS);
    return rows;
  }
}
