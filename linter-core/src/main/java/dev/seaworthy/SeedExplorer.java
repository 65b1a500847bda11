package dev.seaworthy;

import dev.seaworthy.simulate.explore.Exploration;
import dev.seaworthy.simulate.outcome.Outcome;
import java.util.Optional;
import java.util.function.LongFunction;

/** Plays one thing under several orders of chance, where that is asked for. */
final class SeedExplorer {

  private final Settings settings;

  SeedExplorer(Settings settings) {
    this.settings = settings;
  }

  /** The seeds to explore, if that is asked for. */
  Optional<Exploration> explore(LongFunction<Outcome> play) {
    long first = settings.play().seed() == 0 ? 1 : settings.play().seed();
    return settings.play().explored() == 0
        ? Optional.empty()
        : Optional.of(Exploration.of(
            first,
            settings.play().explored(),
            settings.judge().threads(),
            play,
            settings.play().goesOnExploring()));
  }

  /** The seed whose run is shown: the worst of those explored, or the one that is set. */
  long seedToShow(Optional<Exploration> exploration) {
    return exploration.map(Exploration::worst).orElse(settings.play().seed());
  }
}
