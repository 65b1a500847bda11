package dev.seaworthy.report.html;

import dev.seaworthy.report.RunPicture;
import dev.seaworthy.report.RunPicture.Chart;
import dev.seaworthy.report.RunPicture.Chip;
import dev.seaworthy.report.RunPicture.Lane;
import dev.seaworthy.report.RunPicture.Mark;
import dev.seaworthy.report.RunPicture.NodeBox;
import dev.seaworthy.report.RunPicture.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is drawn: steps, workloads over time, nodes, events. */
final class PicturePage {

  private static final List<String> STAGES = List.of(
      "pending", "starting", "running", "ready", "troubled", "stopping", "succeeded", "failed");

  /** Nobody reads more of them. */
  private static final int MOST_EVENTS = 500;

  private final Html html;
  private final RunPicture picture;
  private final TimeAxis axis;

  PicturePage(Html html, RunPicture picture) {
    this.html = html;
    this.picture = picture;
    this.axis = TimeAxis.of(moments(picture));
  }

  private static List<Duration> moments(RunPicture picture) {
    List<Duration> moments = new ArrayList<>();
    picture.steps().forEach(step -> moments.add(step.at()));
    for (Lane lane : picture.pods()) {
      lane.stretches().forEach(stretch -> moments.add(stretch.from()));
      lane.end().ifPresent(moments::add);
    }
    for (Chart chart : picture.workloads()) {
      chart.points().forEach(point -> moments.add(point.at()));
    }
    return moments;
  }

  void write() {
    html.begin("section").element("h2", "Over time");
    legend();
    steps();
    for (Chart chart : picture.workloads()) {
      List<Lane> lanes = lanesOf(chart.namespace(), chart.workload());
      group(title(chart), lanes, List.of(chart));
    }
    List<Lane> others = picture.pods().stream().filter(this::isOfNoChart).toList();
    if (!others.isEmpty()) {
      group("Other pods", others, List.of());
    }
    html.end();
    nodes();
    events();
  }

  private static String title(Chart chart) {
    return chart.workload()
        + (chart.namespace().equals("default") ? "" : " in " + chart.namespace());
  }

  private List<Lane> lanesOf(String namespace, String workload) {
    return picture.pods().stream()
        .filter(lane -> lane.namespace().equals(namespace) && lane.owner().equals(workload))
        .toList();
  }

  private boolean isOfNoChart(Lane lane) {
    return picture.workloads().stream()
        .noneMatch(chart ->
            lane.namespace().equals(chart.namespace()) && lane.owner().equals(chart.workload()));
  }

  private void legend() {
    html.begin("ul", "class", "legend");
    for (String stage : STAGES) {
      html.begin("li").element("i", "", "class", stage).text(stage).end();
    }
    html.begin("li")
        .element("i", "", "class", "line floor")
        .text("floor while replacing")
        .end();
    html.begin("li").element("i", "", "class", "line wanted").text("wanted").end();
    html.end();
  }

  private void steps() {
    if (picture.steps().isEmpty()) {
      return;
    }
    html.begin("ol", "class", "steps");
    for (Mark step : picture.steps()) {
      html.begin("li")
          .element("time", TimeAxis.label(step.at()))
          .text(" " + step.title())
          .end();
    }
    html.end();
  }

  private void group(String title, List<Lane> lanes, List<Chart> charts) {
    html.begin("div", "class", "group").element("h3", title).begin("div", "class", "board");
    marks();
    charts.forEach(chart -> new AvailabilityChart(html, axis).draw(chart));
    new Swimlanes(html, axis).draw(lanes);
    scale();
    html.end().end();
  }

  /** Lines from top to bottom: what people did, and where the axis is cut. */
  private void marks() {
    html.begin("div", "class", "marks", "aria-hidden", "true");
    List<Mark> steps = picture.steps();
    for (int i = 0; i < steps.size(); ) {
      int first = i;
      String place = left(axis.percent(steps.get(i).at()));
      while (i < steps.size() && left(axis.percent(steps.get(i).at())).equals(place)) {
        i++;
      }
      String numbers = first + 1 == i ? Integer.toString(i) : (first + 1) + "–" + i;
      html.element("b", numbers, "style", place);
    }
    for (TimeAxis.Cut cut : axis.cuts()) {
      String title = TimeAxis.label(cut.left()) + " in which nothing changes, drawn short";
      html.element("s", "", "style", left(cut.percent()), "title", title);
    }
    html.end();
  }

  private void scale() {
    html.begin("div", "class", "scale", "aria-hidden", "true");
    axis.ticks()
        .forEach(tick ->
            html.element("span", TimeAxis.mark(tick.time()), "style", left(tick.percent())));
    html.end();
  }

  private static String left(double percent) {
    return String.format(Locale.ROOT, "left:%.2f%%", percent);
  }

  private void nodes() {
    html.begin("section").element("h2", "Nodes in the end").begin("div", "class", "nodes");
    for (NodeBox node : picture.nodes()) {
      html.begin("div", "class", node.ready() ? "node" : "node down").element("h3", node.name());
      html.element("p", state(node), "class", "state").begin("ul");
      for (Chip pod : node.pods()) {
        html.element("li", pod.pod(), "class", pod.stage(), "title", pod.word());
      }
      html.end().end();
    }
    html.end().end();
  }

  private static String state(NodeBox node) {
    String pods = node.pods().size() == 1 ? "1 pod" : node.pods().size() + " pods";
    return (node.ready() ? "ready" : "not ready")
        + (node.schedulable() ? "" : ", takes no more pods") + ", " + pods;
  }

  private void events() {
    if (picture.events().isEmpty()) {
      return;
    }
    html.begin("details").element("summary", "Events: " + picture.events().size());
    html.begin("div", "class", "scroll").begin("table").begin("tbody");
    for (Told told :
        picture.events().subList(0, Math.min(MOST_EVENTS, picture.events().size()))) {
      html.begin("tr", "class", told.warning() ? "warning" : "normal")
          .element("td", TimeAxis.label(told.at()))
          .element("td", told.reason())
          .element("td", told.object())
          .element("td", told.message())
          .end();
    }
    html.end().end().end().end();
  }
}
