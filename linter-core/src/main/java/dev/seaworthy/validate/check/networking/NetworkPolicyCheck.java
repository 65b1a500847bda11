package dev.seaworthy.validate.check.networking;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.check.core.service.AddressWarnings;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.AddressFormat;
import dev.seaworthy.validate.format.Cidr;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What no single field of a NetworkPolicy can tell. Mirrors ValidateNetworkPolicy. */
public final class NetworkPolicyCheck implements KindCheck {

  private static final int HIGHEST_PORT = 65_535;

  @Override
  public GroupKind kind() {
    return GroupKind.of("networking.k8s.io", "NetworkPolicy");
  }

  @Override
  public void check(Value policy, Request request, Errors errors) {
    Value spec = policy.at("spec");
    Set<String> known = rangesOf(spec.before());
    AddressFormat range =
        request.isSince(36) ? AddressFormat.CIDR_STANDARD : AddressFormat.CIDR_SLOPPY;
    for (Value rule : rulesOf(spec)) {
      rule.at("ports").items().forEach(port -> endPort(port, errors));
      for (Value peer : peersOf(rule)) {
        peer(peer, errors);
        if (peer.at("ipBlock").isPresent()) {
          block(peer.at("ipBlock"), range, known, errors);
          warnOfRanges(peer.at("ipBlock"), request, errors);
        }
      }
    }
  }

  private static List<Value> rulesOf(Value spec) {
    List<Value> rules = spec.at("ingress").items();
    rules.addAll(spec.at("egress").items());
    return rules;
  }

  private static List<Value> peersOf(Value rule) {
    List<Value> peers = rule.at("from").items();
    peers.addAll(rule.at("to").items());
    return peers;
  }

  /** Ranges that an older server let in may stay, wherever they stand. */
  private static Set<String> rangesOf(Value before) {
    Set<String> ranges = new HashSet<>();
    for (Value rule : rulesOf(before)) {
      for (Value peer : peersOf(rule)) {
        ranges.add(peer.at("ipBlock", "cidr").text());
        peer.at("ipBlock", "except").items().forEach(range -> ranges.add(range.text()));
      }
    }
    return ranges;
  }

  private static void endPort(Value entry, Errors errors) {
    Value port = entry.at("port");
    Value end = entry.at("endPort");
    if (end.isAbsent()) {
      return;
    }
    if (port.isAbsent()) {
      errors.invalid(end.path(), "end-of-range", "must not be given without port");
    } else if (port.node().isString()) {
      errors.invalid(end.path(), "end-of-range", "must not be given where port is a name");
    } else {
      if (end.number() < port.number()) {
        errors.invalid(
            end.path(), "end-of-range", "is " + end.number() + ", must not be below port");
      }
      if (end.number() < 1 || end.number() > HIGHEST_PORT) {
        errors.invalid(
            end.path(), "port", "is " + end.number() + ", must be between 1 and " + HIGHEST_PORT);
      }
    }
  }

  private static void peer(Value peer, Errors errors) {
    boolean pods =
        peer.at("podSelector").isPresent() || peer.at("namespaceSelector").isPresent();
    boolean addresses = peer.at("ipBlock").isPresent();
    if (!pods && !addresses) {
      errors.required(
          peer.path(), "any-peer", "must have a podSelector, a namespaceSelector or an ipBlock");
    } else if (pods && addresses) {
      errors.forbidden(peer.path(), "one-peer", "must not have an ipBlock beside a selector");
    }
  }

  private static void block(Value block, AddressFormat form, Set<String> known, Errors errors) {
    Value range = block.at("cidr");
    if (range.text().isEmpty()) {
      errors.required(range.path(), "required", "must be given");
      return;
    }
    range(range, form, known, errors);
    Cidr.parseSloppy(range.text()).ifPresent(whole -> {
      for (Value except : block.at("except").items()) {
        range(except, form, known, errors);
        Cidr.parseSloppy(except.text())
            .filter(part -> !whole.isStrictlyAround(part))
            .ifPresent(part -> errors.invalid(
                except.path(), "part-of-range", "must be a smaller part of " + range.text()));
      }
    });
  }

  private static void warnOfRanges(Value block, Request request, Errors errors) {
    AddressWarnings.range(block.at("cidr"), request, errors);
    block.at("except").items().forEach(range -> AddressWarnings.range(range, request, errors));
  }

  private static void range(Value range, AddressFormat form, Set<String> known, Errors errors) {
    AddressFormat asked = known.contains(range.text()) ? AddressFormat.CIDR_SLOPPY : form;
    errors.form(range, asked);
  }
}
