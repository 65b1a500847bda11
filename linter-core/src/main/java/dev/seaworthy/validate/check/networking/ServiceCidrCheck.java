package dev.seaworthy.validate.check.networking;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.AddressFormat;
import dev.seaworthy.validate.format.Cidr;
import java.util.List;
import java.util.Optional;

/** The ranges of a ServiceCIDR: one, or one of each family. Mirrors ValidateServiceCIDR. */
public final class ServiceCidrCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("networking.k8s.io", "ServiceCIDR");
  }

  @Override
  public void check(Value object, Request request, Errors errors) {
    Value ranges = object.at("spec", "cidrs");
    if (request.isCreate()) {
      ranges(ranges, errors);
    } else {
      change(ranges, errors);
    }
  }

  private static void ranges(Value ranges, Errors errors) {
    if (ranges.size() == 0) {
      errors.required(ranges.path(), "required", "must have at least one range");
      return;
    }
    if (ranges.size() > 2) {
      errors.invalid(ranges.path(), "maxItems", "must have at most two ranges");
      return;
    }
    for (Value range : ranges.items()) {
      errors.form(range, AddressFormat.CIDR_STRICT);
    }
    if (ranges.size() == 2 && isSameFamily(ranges.items())) {
      errors.invalid(
          ranges.path(), "one-of-each-family", "must not have two ranges of one IP family");
    }
  }

  private static boolean isSameFamily(List<Value> ranges) {
    Optional<Cidr> first = Cidr.parseSloppy(ranges.get(0).text());
    Optional<Cidr> second = Cidr.parseSloppy(ranges.get(1).text());
    return first.isPresent()
        && second.isPresent()
        && first.get().address().isV4() == second.get().address().isV4();
  }

  /** A range stays as it is; a second one may come. */
  private static void change(Value ranges, Errors errors) {
    Node before = ranges.previous();
    if (before.size() == ranges.size()) {
      ranges.items().forEach(range -> stays(range, errors));
    } else if (before.size() == 1 && ranges.size() == 2) {
      stays(ranges.item(0), errors);
      ranges(ranges, errors);
    } else {
      errors.invalid(
          ranges.path(), "immutable", "must not be changed, except to add a second range");
    }
  }

  private static void stays(Value range, Errors errors) {
    if (range.isChanged()) {
      errors.invalid(range.path(), "immutable", "must not be changed");
    }
  }
}
