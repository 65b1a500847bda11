package dev.seaworthy.report.html;

import dev.seaworthy.report.RunPicture.Lane;
import dev.seaworthy.report.RunPicture.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A lane for each pod, coloured by its state, old revisions paler than the newest. */
final class Swimlanes {

  /** Nobody looks at more lanes of one workload. */
  private static final int MOST = 150;

  private final Html html;
  private final TimeAxis axis;

  Swimlanes(Html html, TimeAxis axis) {
    this.html = html;
    this.axis = axis;
  }

  void draw(List<Lane> lanes) {
    Map<String, Integer> revisions = revisions(lanes);
    html.begin("div", "class", lanes.size() > 30 ? "lanes dense" : "lanes");
    lanes.stream().limit(MOST).forEach(lane -> draw(lane, revisions));
    html.end();
    if (lanes.size() > MOST) {
      html.element("p", "and " + (lanes.size() - MOST) + " pods more", "class", "more");
    }
  }

  /** The revisions by number, the oldest first. */
  private static Map<String, Integer> revisions(List<Lane> lanes) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    lanes.forEach(lane -> numbers.putIfAbsent(lane.revision(), numbers.size() + 1));
    return numbers;
  }

  private void draw(Lane lane, Map<String, Integer> revisions) {
    int number = revisions.getOrDefault(lane.revision(), 1);
    boolean isOld = number < revisions.size();
    html.begin("div", "class", isOld ? "lane old" : "lane");
    html.begin("div", "class", "who").element("span", lane.pod(), "class", "pod");
    if (revisions.size() > 1) {
      String title = "template " + lane.revision();
      html.element("span", "rev " + number, "class", "rev", "title", title);
    }
    html.end().begin("div", "class", "track");
    List<Stretch> stretches = lane.stretches();
    for (int i = 0; i < stretches.size(); i++) {
      Duration end = i + 1 < stretches.size()
          ? stretches.get(i + 1).from()
          : lane.end().orElse(Duration.ofDays(36_500));
      draw(stretches.get(i), end);
    }
    html.end().end();
  }

  private void draw(Stretch stretch, Duration end) {
    double left = axis.percent(stretch.from());
    double width = axis.percent(end) - left;
    List<String> words = new ArrayList<>();
    words.add(TimeAxis.label(stretch.from()) + ": " + stretch.word());
    if (!stretch.node().isEmpty()) {
      words.add("on " + stretch.node());
    }
    html.element(
        "i",
        "",
        "class",
        stretch.stage(),
        "style",
        String.format(Locale.ROOT, "left:%.2f%%;width:%.2f%%", left, width),
        "title",
        String.join(" ", words));
  }
}
