package dev.seaworthy.validate.check.core.node;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.check.core.service.AddressWarnings;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.AddressFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The addresses that a node gives to its pods: one range, or one of each family. */
final class PodRanges {

  /** The release since which a range that is there twice is no fault of its own. */
  private static final int REPEATED_SINCE = 33;

  private final Value one;
  private final Value all;
  private final AddressFormat form;
  private final Request request;
  private final Errors errors;

  PodRanges(Value spec, Request request, Errors errors) {
    this.one = spec.at("podCIDR");
    this.all = spec.at("podCIDRs");
    this.form = request.isSince(36) ? AddressFormat.CIDR_STANDARD : AddressFormat.CIDR_SLOPPY;
    this.request = request;
    this.errors = errors;
  }

  void check() {
    List<String> ranges = ranges(one.node(), all.node());
    List<String> before = ranges(one.previous(), all.previous());
    for (int i = 0; i < ranges.size(); i++) {
      if (!before.contains(ranges.get(i))) {
        range(ranges.get(i), i);
      }
    }
    if (ranges.size() > 1) {
      families(ranges);
    }
    if (!request.isSince(REPEATED_SINCE)) {
      areDifferent(ranges);
    }
    warn();
    if (!before.isEmpty() && !before.equals(ranges)) {
      errors.forbidden(all.path(), "immutable", "must not be changed once they are set");
    }
  }

  private void areDifferent(List<String> ranges) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < ranges.size(); i++) {
      if (!seen.add(ranges.get(i))) {
        errors.duplicate(all.item(i).path(), "uniqueItems", "is there twice");
      }
    }
  }

  private void warn() {
    if (all.size() == 0 || !all.item(0).text().equals(one.text())) {
      AddressWarnings.range(one, request, errors);
    } else {
      all.items().forEach(range -> AddressWarnings.range(range, request, errors));
    }
  }

  /** The server keeps the list, and the single one counts where the two differ. */
  private static List<String> ranges(Node one, Node all) {
    List<String> ranges = new ArrayList<>();
    all.items().forEach(range -> ranges.add(range.text()));
    String first = one.text();
    if (!first.isEmpty() && (ranges.isEmpty() || !ranges.get(0).equals(first))) {
      return List.of(first);
    }
    return ranges;
  }

  private void range(String range, int i) {
    boolean single = all.size() <= i || !all.item(i).text().equals(range);
    FieldPath place = single ? one.path() : all.item(i).path();
    for (String problem : form.problems(range)) {
      errors.add(
          FieldError.of(CauseType.INVALID, place, form.key(), "is '" + range + "', " + problem)
              .namedAs(all.path().index(i)));
    }
  }

  private void families(List<String> ranges) {
    boolean readable = ranges.stream().allMatch(AddressFormat.CIDR_SLOPPY::accepts);
    if (!readable) {
      errors.add(
          CauseType.INTERNAL, all.path(), "families", "have a range of which no family is known");
    }
    long wide = ranges.stream().filter(range -> range.indexOf(':') >= 0).count();
    if (ranges.size() != 2 || !readable || wide != 1) {
      errors.invalid(all.path(), "families", "must be one range of IPv4 and one of IPv6");
    }
  }
}
