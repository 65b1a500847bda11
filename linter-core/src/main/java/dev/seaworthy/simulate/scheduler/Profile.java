package dev.seaworthy.simulate.scheduler;

import java.util.List;

/** Filters and scores, in the order in which they are asked. */
public record Profile(List<Filter> filters, List<Score> scores) {

  public Profile {
    filters = List.copyOf(filters);
    scores = List.copyOf(scores);
  }
}
