package dev.seaworthy;

import dev.seaworthy.report.RunPicture;
import dev.seaworthy.report.RunPicture.Chart;
import dev.seaworthy.report.RunPicture.Chip;
import dev.seaworthy.report.RunPicture.Lane;
import dev.seaworthy.report.RunPicture.Mark;
import dev.seaworthy.report.RunPicture.NodeBox;
import dev.seaworthy.report.RunPicture.Point;
import dev.seaworthy.report.RunPicture.Stretch;
import dev.seaworthy.report.RunPicture.Told;
import dev.seaworthy.simulate.history.History;
import dev.seaworthy.simulate.history.PodHistory;
import dev.seaworthy.simulate.history.WorkloadHistory;
import dev.seaworthy.simulate.outcome.NodeState;
import dev.seaworthy.simulate.outcome.Outcome;
import java.util.List;
import java.util.Locale;

/** A run as reports draw it. */
final class RunPictures {

  private RunPictures() {}

  static RunPicture of(Outcome outcome) {
    History history = outcome.history();
    return new RunPicture(
        outcome.timeline().steps().stream()
            .filter(step -> !step.title().isEmpty())
            .map(step -> new Mark(step.at(), step.title()))
            .toList(),
        history.pods().stream().map(RunPictures::lane).toList(),
        history.workloads().stream().map(RunPictures::chart).toList(),
        outcome.nodes().stream().map(node -> box(node, history.pods())).toList(),
        history.events().stream().map(RunPictures::told).toList());
  }

  private static Lane lane(PodHistory pod) {
    List<Stretch> stretches = pod.spells().stream()
        .map(spell -> new Stretch(spell.from(), stage(spell), spell.node(), spell.word()))
        .toList();
    return new Lane(pod.namespace(), pod.name(), pod.owner(), pod.revision(), stretches, pod.end());
  }

  private static String stage(PodHistory.Spell spell) {
    return spell.stage().name().toLowerCase(Locale.ROOT);
  }

  private static Chart chart(WorkloadHistory workload) {
    return new Chart(
        workload.namespace(),
        workload.kind() + "/" + workload.name(),
        workload.moments().stream()
            .map(moment ->
                new Point(moment.at(), moment.desired(), moment.floor(), moment.available()))
            .toList());
  }

  private static NodeBox box(NodeState node, List<PodHistory> pods) {
    List<Chip> chips = pods.stream()
        .filter(pod -> pod.end().isEmpty() && pod.last().node().equals(node.name()))
        .map(pod -> new Chip(pod.name(), stage(pod.last()), pod.last().word()))
        .toList();
    return new NodeBox(node.name(), node.ready(), node.schedulable(), chips);
  }

  private static Told told(History.Told told) {
    return new Told(
        told.at(),
        told.event().type().equals("Warning"),
        told.event().reason(),
        told.event().regarding().kind().kind() + "/" + told.event().regarding().name(),
        told.event().message());
  }
}
