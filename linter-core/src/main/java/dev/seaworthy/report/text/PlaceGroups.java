package dev.seaworthy.report.text;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The diagnostics of a file, those of one place together, the gravest first. What is missing in a
 * container, all of it, is told in one breath. One that speaks of other places too stands alone.
 */
final class PlaceGroups {

  private static final Comparator<Diagnostic> GRAVEST_FIRST =
      (one, other) -> other.severity().compareTo(one.severity());

  private PlaceGroups() {}

  static List<List<Diagnostic>> of(List<Diagnostic> diagnostics) {
    Map<Location, List<Diagnostic>> byPlace = new LinkedHashMap<>();
    List<List<Diagnostic>> groups = new ArrayList<>();
    for (Diagnostic one : diagnostics) {
      if (!one.related().isEmpty()) {
        groups.add(List.of(one));
        continue;
      }
      List<Diagnostic> here = byPlace.get(one.place());
      if (here == null) {
        here = new ArrayList<>();
        byPlace.put(one.place(), here);
        groups.add(here);
      }
      here.add(one);
    }
    // Both sorts keep the order of places among what is equally grave.
    byPlace.values().forEach(group -> group.sort(GRAVEST_FIRST));
    groups.sort((one, other) -> GRAVEST_FIRST.compare(one.get(0), other.get(0)));
    return groups;
  }
}
