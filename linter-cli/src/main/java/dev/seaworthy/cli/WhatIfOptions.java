package dev.seaworthy.cli;

import dev.seaworthy.DryRunOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;

/** What goes wrong in a dry-run once the objects have settled, in the order of the options. */
final class WhatIfOptions {

  private final List<UnaryOperator<DryRunOptions>> happenings = new ArrayList<>();
  private List<String> images = List.of();
  private boolean isDraining;
  private boolean isForcing;
  private boolean isDeletingData;

  void addTo(CommandSpec spec) {
    spec.addOption(Options.value(
            "NODE", String.class, node -> add(options -> options.failingNode(node)), "--fail-node")
        .description(
            "A node goes silent once the objects have settled: it is waited for 50 s, and its"
                + " pods stay for 300 s more, as by default in a real cluster.")
        .build());
    spec.addOption(Options.value(
            "NODE",
            String.class,
            node -> {
              isDraining = true;
              add(options -> options.draining(node));
            },
            "--drain")
        .description("A node is drained, as kubectl drain --ignore-daemonsets does it.")
        .build());
    spec.addOption(Options.flag(
        "--force",
        "With --drain: pods go, too, that no controller would replace.",
        given -> isForcing = given));
    spec.addOption(Options.flag(
        "--delete-emptydir-data",
        "With --drain: pods go, too, that keep data in an emptyDir volume.",
        given -> isDeletingData = given));
    spec.addOption(Options.value(
            "KIND/NAME", String.class, pods -> add(options -> options.crashing(pods)), "--crash")
        .description("The containers of deploy/web or the like end once.")
        .build());
    spec.addOption(Options.values("IMAGE=HOW", given -> images = given, "--image")
        .description(
            "How an image behaves: pull-fails, crashes, never-ready, fails, ends, ready-after:30s,"
                + " unhealthy-after:1m, pull-takes:20s, stop-takes:10s; may be given several"
                + " times.")
        .build());
  }

  private void add(UnaryOperator<DryRunOptions> happening) {
    happenings.add(happening);
  }

  /** Whether anything is to go wrong. */
  boolean areGiven() {
    return !happenings.isEmpty() || !images.isEmpty();
  }

  private void requireDrain() {
    if (!isDraining && (isForcing || isDeletingData)) {
      throw new CommandFailure((isForcing ? "--force" : "--delete-emptydir-data")
          + " says how a node is drained: name the node by --drain NODE, or leave it out");
    }
  }

  DryRunOptions in(DryRunOptions options) {
    requireDrain();
    DryRunOptions changed = isForcing ? options.forcingDrains() : options;
    changed = isDeletingData ? changed.deletingEmptyDirData() : changed;
    for (String image : images) {
      int equals = image.lastIndexOf('=');
      if (equals == 0) {
        throw new CommandFailure("--image " + image
            + ": the image's name is missing before the equals sign, as --image web:1" + image);
      }
      if (equals < 0) {
        throw new CommandFailure(
            "--image " + image + ": say how it behaves, as --image " + image + "=pull-fails");
      }
      changed = changed.withImage(image.substring(0, equals), image.substring(equals + 1));
    }
    for (UnaryOperator<DryRunOptions> happening : happenings) {
      changed = happening.apply(changed);
    }
    return changed;
  }
}
