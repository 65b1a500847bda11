package dev.seaworthy.simulate.scenario.language;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.api.selector.Requirement;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads which objects a step is about: by their labels, their owner, their place among all. */
public final class SelectionReader {

  private SelectionReader() {}

  /** Which pods the step is about. */
  public static PodSelection pods(Arguments in) {
    return new PodSelection(
        in.field("of").isPresent() ? Optional.of(in.target("of")) : Optional.empty(),
        in.field("selector").isAbsent() ? Optional.empty() : Optional.of(selector(in)),
        in.text("name"),
        in.text("node"),
        in.text("index"),
        in.text("phase"),
        in.flag("deleting"),
        picks(in));
  }

  /** What {@code selector} selects: everything where it is absent; one that cannot be read is told. */
  public static LabelSelector selector(Arguments in) {
    Node written = in.field("selector");
    LabelSelector selector = LabelSelector.parse(Arguments.textOf(written));
    if (written.isPresent() && !(written instanceof Scalar)) {
      in.problem(written, "'selector' must be a text, such as \"app=web,tier!=back\"");
    }
    selector.requirements().stream()
        .filter(each -> each.operator() == Requirement.Operator.UNKNOWN)
        .findFirst()
        .ifPresent(unknown -> in.problem(
            written,
            "'" + unknown.key() + "' is no condition on a label; conditions are such as app=web,"
                + " tier!=back, env in (a,b), env notin (a,b), app and !app"));
    return selector;
  }

  /** The places that {@code pick} names, counted from 1; empty for all. */
  public static List<Integer> picks(Arguments in) {
    List<Integer> picks = new ArrayList<>();
    Node value = in.field("pick");
    List<Node> items = value.isSequence() ? value.items() : List.of(value);
    for (Node item : items) {
      if (item.isPresent()) {
        long place = item.longOr(0);
        if (place < 1 || place > Integer.MAX_VALUE) {
          in.problem(item, "'pick' must be a place counted from 1, or a list of such");
        } else {
          picks.add((int) place);
        }
      }
    }
    return picks;
  }
}
