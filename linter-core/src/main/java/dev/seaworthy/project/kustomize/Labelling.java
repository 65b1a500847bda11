package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** Labels and annotations that a kustomization gives to all that it is made of. */
final class Labelling {

  private Labelling() {}

  static void run(Layer layer, Members members) throws BuildFailure {
    for (Node each : layer.get("labels").items()) {
      write(layer, members, each.get("pairs"), rows(layer, each));
    }
    FieldTables fields = layer.workshop().fields();
    write(layer, members, layer.get("commonLabels"), fields.of(FieldStep.COMMON_LABELS));
    write(layer, members, layer.get("commonAnnotations"), fields.of(FieldStep.COMMON_ANNOTATIONS));
  }

  private static List<FieldRow> rows(Layer layer, Node labels) throws BuildFailure {
    FieldTables fields = layer.workshop().fields();
    List<FieldRow> rows = new ArrayList<>();
    labels.get("fields").items().forEach(field -> rows.add(FieldRow.written(field)));
    List<FieldRow> more = new ArrayList<>(fields.of(FieldStep.LABELS));
    if (labels.get("includeSelectors").isTrue()) {
      more.addAll(fields.of(FieldStep.COMMON_LABELS));
    } else {
      if (labels.get("includeTemplates").isTrue()) {
        more.addAll(fields.of(FieldStep.TEMPLATE_LABELS));
      }
      more.addAll(LabelFields.METADATA);
    }
    return FieldTables.merged(rows, more, layer.mention(labels));
  }

  private static void write(Layer layer, Members members, Node pairs, List<FieldRow> rows)
      throws BuildFailure {
    if (!(pairs instanceof Mapping labels) || labels.size() == 0) {
      return;
    }
    for (Member member : members.all()) {
      Mapping fresh = (Mapping) Tree.unplaced(labels);
      Mapping labelled = member.root();
      for (FieldRow row : rows) {
        if (row.concerns(member.id().gvk())) {
          layer.workshop().budget().made(labels, layer.mention(pairs));
          labelled = Tree.changed(
              labelled, row.path(), row.create(), former -> with(former, fresh, member.shared()));
        }
      }
      member.set(labelled);
    }
  }

  /** Where a label is new, one value serves all its places; where one was, it is changed. */
  private static Node with(Node former, Mapping labels, SharedValues shared) {
    Mapping all = former instanceof Mapping mapping ? mapping : Mapping.EMPTY;
    for (Mapping.Entry label : labels.entries()) {
      boolean isNew = all.get(label.key()).isAbsent();
      all =
          all.with(label.key(), isNew ? shared.added(label.value()) : Tree.unplaced(label.value()));
    }
    return all;
  }
}
