package dev.seaworthy.simulate.server;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.store.ClusterView;
import java.util.SplittableRandom;

/** Completes {@code generateName} with letters that the seed decides, and looks for a free name. */
final class GeneratedNames {

  private static final int ATTEMPTS = 8;

  private final ClusterView view;
  private final SplittableRandom letters;

  GeneratedNames(ClusterView view, Seed seed) {
    this.view = view;
    this.letters = seed.stream("generated names");
  }

  /** The object with a name, where it says how one is to begin. */
  Resource named(Resource object) {
    String prefix = object.at("metadata", "generateName").text();
    if (!object.name().isEmpty() || prefix.isEmpty()) {
      return object;
    }
    Resource named = object;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      named = object.with("metadata.name", Scalar.of(prefix + Seed.nameSuffix(letters)));
      if (view.get(ObjectKey.of(named)).isEmpty()) {
        return named;
      }
    }
    return named;
  }
}
