package dev.seaworthy.report.html;

import dev.seaworthy.report.RunPicture.Chart;
import dev.seaworthy.report.RunPicture.Point;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The pods available over time as steps, against how many there have to be, and how many are wanted. */
final class AvailabilityChart {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 100;

  private final Html html;
  private final TimeAxis axis;

  AvailabilityChart(Html html, TimeAxis axis) {
    this.html = html;
    this.axis = axis;
  }

  void draw(Chart chart) {
    List<Point> points = chart.points();
    long most = points.stream()
        .mapToLong(point -> Math.max(point.desired(), point.available()))
        .max()
        .orElse(1);
    double scale = HEIGHT / Math.max(1.0, most * 1.1);
    Point last = points.get(points.size() - 1);
    html.begin("div", "class", "lane chart").begin("div", "class", "who");
    html.element("span", "available", "class", "pod")
        .element("span", last.available() + " of " + last.desired(), "class", "rev");
    html.end().begin("div", "class", "track");
    html.begin(
        "svg",
        "viewBox",
        "0 0 " + WIDTH + " " + HEIGHT,
        "preserveAspectRatio",
        "none",
        "role",
        "img",
        "aria-label",
        "pods of " + chart.workload() + " available over time");
    String have = steps(points, Point::available, scale);
    String left = number(WIDTH * axis.percent(points.get(0).at()) / 100);
    path("area", have + "V" + HEIGHT + "H" + left + "Z");
    path("wanted", steps(points, Point::desired, scale));
    path("floor", steps(points, Point::floor, scale));
    path("have", have);
    html.end().end().end();
  }

  private void path(String kind, String line) {
    html.element("path", "", "class", kind, "d", line);
  }

  /** A line that goes right until the count changes, then up or down. */
  private String steps(List<Point> points, ToLongFunction<Point> count, double scale) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      String x = number(WIDTH * axis.percent(point.at()) / 100);
      String y = number(HEIGHT - count.applyAsLong(point) * scale);
      path.append(path.length() == 0 ? "M" + x + " " + y : "H" + x + "V" + y);
    }
    return path.append("H").append(WIDTH).toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
