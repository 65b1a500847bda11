package dev.seaworthy.simulate.scenario.expectation;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.simulate.kubectl.PodWord;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.scenario.language.Absence;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Claim;
import dev.seaworthy.simulate.scenario.language.PodSelection;
import dev.seaworthy.simulate.scenario.language.SelectionReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is expected of pods: how many there are, how they are, and where. */
final class PodClaims {

  private final Arguments in;
  private final PodSelection pods;
  private final List<Claim> claims = new ArrayList<>();
  private final List<String> nodes = new ArrayList<>();
  private boolean mayBeNone;

  private PodClaims(Arguments in, PodSelection pods) {
    this.in = in;
    this.pods = pods;
  }

  static List<Claim> read(Arguments in) {
    boolean hasPods = in.field("pods").isPresent();
    Arguments selection = in.at("pods");
    PodClaims reader = new PodClaims(in, SelectionReader.pods(selection));
    selection.done();
    if (hasPods && in.field("target").isPresent()) {
      in.problem(in.field("pods"), "'pods' and 'target' must stand in steps of their own");
    }
    reader.count();
    if (hasPods) {
      reader.ready();
    }
    reader.status();
    reader.nodes();
    reader.spread();
    if (!hasPods && !reader.claims.isEmpty()) {
      in.problem(in.node(), "'pods' is missing: the pods that this is expected of");
    }
    return hasPods ? reader.claims : List.of();
  }

  private void count() {
    Range.read("count", in).ifPresent(range -> {
      mayBeNone = range.holds(0);
      of("count", found -> otherwise(range, found.size(), "pods"));
    });
  }

  private void ready() {
    Range.read("ready", in)
        .ifPresent(range -> of("ready", found -> {
          int ready = (int) found.stream().filter(Pod::isReady).count();
          return otherwise(range, ready, "ready pods");
        }));
  }

  private static Optional<String> otherwise(Range range, int found, String what) {
    return range.holds(found)
        ? Optional.empty()
        : Optional.of("expected %s %s, found %d".formatted(range.text(), what, found));
  }

  private void status() {
    List<String> words = in.texts("status");
    if (!words.isEmpty()) {
      ofEach(
          "status",
          found -> named(
              found.stream().filter(pod -> !words.contains(PodWord.of(pod))).toList(),
              pod -> "is " + PodWord.of(pod) + ", not " + String.join(" or ", words)));
    }
  }

  private void nodes() {
    List<String> wanted = in.texts("on");
    if (!wanted.isEmpty()) {
      nodes.addAll(wanted);
      ofEach(
          "on",
          found -> named(
              found.stream().filter(pod -> !wanted.contains(nodeOf(pod))).toList(),
              pod -> where(pod) + ", not on " + String.join(" or ", wanted)));
    }
    List<String> unwanted = in.texts("notOn");
    if (!unwanted.isEmpty()) {
      nodes.addAll(unwanted);
      ofEach(
          "notOn",
          found -> named(
              found.stream().filter(pod -> unwanted.contains(nodeOf(pod))).toList(),
              PodClaims::where));
    }
  }

  private static String where(Pod pod) {
    return pod.nodeName().map(node -> "is on " + node).orElse("is on no node");
  }

  private static String nodeOf(Pod pod) {
    return pod.nodeName().orElse("");
  }

  /** The first pod that is otherwise than expected, and how many others are. */
  private static Optional<String> named(List<Pod> wrong, Function<Pod, String> how) {
    String others = wrong.size() > 1 ? " (and so " + (wrong.size() - 1) + " more)" : "";
    return wrong.stream()
        .findFirst()
        .map(pod -> "pod " + pod.name() + " " + how.apply(pod) + others);
  }

  private void spread() {
    Arguments perNode = in.at("perNode");
    for (Mapping.Entry entry : in.field("perNode").entries()) {
      nodes.add(entry.key());
      Range.read(entry.key(), perNode)
          .ifPresent(range -> claims.add(claim(
              perNode,
              entry.key(),
              found -> otherwise(
                  range,
                  (int) found.stream()
                      .filter(pod -> nodeOf(pod).equals(entry.key()))
                      .count(),
                  "pods on " + entry.key()))));
    }
    if (in.field("mostPerNode").isPresent()) {
      long most = in.count("mostPerNode");
      ofEach("mostPerNode", found -> crowded(found, most));
    }
  }

  private static Optional<String> crowded(List<Pod> found, long most) {
    Map<String, Long> perNode = found.stream()
        .filter(pod -> pod.nodeName().isPresent())
        .collect(Collectors.groupingBy(PodClaims::nodeOf, TreeMap::new, Collectors.counting()));
    return perNode.entrySet().stream()
        .filter(entry -> entry.getValue() > most)
        .findFirst()
        .map(entry -> "there are %d pods on %s, more than %d"
            .formatted(entry.getValue(), entry.getKey(), most));
  }

  /** What is said of each pod says nothing of none: there must be some, and all that are picked. */
  private void ofEach(String field, Function<List<Pod>, Optional<String>> failure) {
    claims.add(new Claim(in.place(in.field(field)), context -> {
      List<Resource> found = context.select(pods);
      return Absence.ofSubject(pods, nodes, context)
          .or(() -> mayBeNone ? Optional.empty() : Absence.among(found, pods, context))
          .or(() -> failure.apply(found.stream().map(Pod::new).toList()));
    }));
  }

  private void of(String field, Function<List<Pod>, Optional<String>> failure) {
    claims.add(claim(in, field, failure));
  }

  private Claim claim(
      Arguments where, String field, Function<List<Pod>, Optional<String>> failure) {
    return new Claim(where.place(where.field(field)), context -> {
      List<Resource> found = context.select(pods);
      return Absence.ofSubject(pods, nodes, context)
          .or(() -> failure.apply(found.stream().map(Pod::new).toList()));
    });
  }
}
