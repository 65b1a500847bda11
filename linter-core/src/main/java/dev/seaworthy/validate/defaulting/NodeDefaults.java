package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.Request;
import java.util.List;

/**
 * The older field with one range of addresses and the newer one with several say the same; the older
 * one is heeded where they differ. Mirrors the conversions of NodeSpec.
 */
final class NodeDefaults implements TypeDefaults {

  @Override
  public String type() {
    return "core/v1.NodeSpec";
  }

  @Override
  public Mapping apply(Mapping spec, Request request) {
    String one = spec.get("podCIDR").text();
    Node several = spec.get("podCIDRs");
    String first = several.get(0).text();
    if (!one.isEmpty() && !one.equals(first)) {
      return spec.with("podCIDRs", Sequence.ofStrings(List.of(one)));
    }
    return one.isEmpty() && !first.isEmpty() ? spec.with("podCIDR", Scalar.of(first)) : spec;
  }
}
