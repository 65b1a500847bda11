package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Labels and annotations that a kustomization gives to all that it is made of. */
final class Labelling {

  private Labelling() {}

  static void run(Layer layer, Members members) throws BuildFailure {
    for (Node each : layer.get("labels").items()) {
      write(layer, members, each.get("pairs"), rows(each));
    }
    List<FieldRow> everywhere = new ArrayList<>(LabelFields.METADATA);
    everywhere.addAll(LabelFields.TEMPLATES);
    everywhere.addAll(LabelFields.SELECTORS);
    write(layer, members, layer.get("commonLabels"), everywhere);
    write(layer, members, layer.get("commonAnnotations"), LabelFields.ANNOTATIONS);
  }

  private static List<FieldRow> rows(Node labels) {
    List<FieldRow> rows = new ArrayList<>(LabelFields.METADATA);
    boolean selects = labels.get("includeSelectors").isTrue();
    if (selects || labels.get("includeTemplates").isTrue()) {
      rows.addAll(LabelFields.TEMPLATES);
    }
    if (selects) {
      rows.addAll(LabelFields.SELECTORS);
    }
    for (Node field : labels.get("fields").items()) {
      rows.add(row(field));
    }
    return rows;
  }

  private static FieldRow row(Node field) {
    String path = field.get("path").text();
    String kind = field.get("kind").text();
    String group = field.get("group").text();
    return new FieldRow(
        kind.isEmpty() ? "*" : kind,
        group.isEmpty() ? "*" : group,
        Arrays.asList(path.split("/")),
        field.get("create").isTrue());
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
