package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.NodeScore;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.ScorePlugin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The scores for pods of one signature; points that depend on a node alone hold until it changes. */
final class Scoring {

  private final List<Weighted> scores = new ArrayList<>();

  Scoring(PodSignature pod, Profile profile, Handle handle) {
    for (ScorePlugin plugin : profile.scores()) {
      scores.add(new Weighted(plugin.scoring(pod, handle), plugin.weight()));
    }
  }

  /** The weighted sum of points of each candidate. */
  long[] points(List<NodeInfo> candidates) {
    long[] totals = new long[candidates.size()];
    long[] points = new long[candidates.size()];
    for (Weighted each : scores) {
      if (each.score.preScore(candidates)) {
        each.score(candidates, points);
        for (int i = 0; i < totals.length; i++) {
          totals[i] += each.weight * points[i];
        }
      }
    }
    return totals;
  }

  /** One plug-in's score, with the points that it gave. */
  private static final class Weighted {
    private final NodeScore score;
    private final int weight;
    private long[] askedAt = {};
    private long[] known = {};

    Weighted(NodeScore score, int weight) {
      this.score = score;
      this.weight = weight;
    }

    void score(List<NodeInfo> candidates, long[] points) {
      boolean local = score.isLocal();
      for (int i = 0; i < points.length; i++) {
        NodeInfo node = candidates.get(i);
        points[i] = local ? known(node) : score.score(node);
      }
      score.normalize(points);
    }

    private long known(NodeInfo node) {
      int slot = node.slot();
      if (slot >= askedAt.length) {
        askedAt = Arrays.copyOf(askedAt, Math.max(16, slot * 2));
        known = Arrays.copyOf(known, askedAt.length);
      }
      if (askedAt[slot] != node.generation()) {
        known[slot] = score.score(node);
        askedAt[slot] = node.generation();
      }
      return known[slot];
    }
  }
}
