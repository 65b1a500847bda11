package dev.seaworthy.simulate.dryrun;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.simulate.surroundings.Completion;
import dev.seaworthy.simulate.surroundings.Filling;
import dev.seaworthy.simulate.surroundings.StandIn;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A manifest that is to be applied, and what a server of the same kinds answered when it was asked
 * about it alone; empty if none was.
 *
 * @param standIns what is played in the place of values that the manifest leaves open
 */
public record AppliedManifest(
    InputObject object, Optional<Verdict> verdict, List<StandIn> standIns) {

  public AppliedManifest {
    standIns = List.copyOf(standIns);
  }

  /** One that leaves nothing open. */
  public AppliedManifest(InputObject object, Optional<Verdict> verdict) {
    this(object, verdict, List.of());
  }

  /**
   * {@code object} as it is played where kustomizations are yet to complete it; empty if that cannot
   * be guessed.
   */
  public static Optional<AppliedManifest> completed(InputObject object, ApiServer server) {
    Filling.Filled filled = Filling.of(object, server::create);
    return Completion.of(filled.object(), server::create).map(completed -> {
      List<StandIn> standIns = new ArrayList<>(filled.standIns());
      standIns.addAll(completed.standIns());
      return new AppliedManifest(completed.object(), Optional.empty(), standIns);
    });
  }

  /** {@code object} with what it leaves open filled in, as far as a server takes it then. */
  public static AppliedManifest filled(InputObject object, ApiServer server) {
    Filling.Filled filled = Filling.of(object, server::create);
    return new AppliedManifest(filled.object(), Optional.empty(), filled.standIns());
  }
}
