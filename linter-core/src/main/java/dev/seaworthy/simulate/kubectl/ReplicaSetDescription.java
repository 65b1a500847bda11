package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;

/** The description of a ReplicaSet, down to its events. */
final class ReplicaSetDescription {

  private final Resource set;
  private final ClusterView view;
  private final TabbedText text;

  ReplicaSetDescription(Resource set, ClusterView view, TabbedText text) {
    this.set = set;
    this.view = view;
    this.text = text;
  }

  void write() {
    text.field(0, "Name", set.name());
    text.field(0, "Namespace", set.namespace());
    text.field(0, "Selector", Selections.of(set.at("spec", "selector")));
    text.field(0, "Labels", Description.pairs(set.labels()));
    text.field(0, "Annotations", Description.annotations(set));
    set.controller()
        .ifPresent(owner -> text.field(
            0,
            "Controlled By",
            owner.get("kind").text() + "/" + owner.get("name").text()));
    text.field(
        0,
        "Replicas",
        Column.text(set, "0", "status", "replicas") + " current / "
            + Column.text(set, "1", "spec", "replicas") + " desired");
    text.field(0, "Pods Status", pods());
    new TemplateDescription(text).write(set.at("spec", "template"));
  }

  private String pods() {
    List<Resource> pods = view.ownedBy(Meta.uid(set), Kinds.POD);
    return "%d Running / %d Waiting / %d Succeeded / %d Failed"
        .formatted(
            count(pods, "Running"),
            count(pods, "Pending"),
            count(pods, "Succeeded"),
            count(pods, "Failed"));
  }

  private static long count(List<Resource> pods, String phase) {
    return pods.stream().filter(pod -> new Pod(pod).phase().equals(phase)).count();
  }
}
