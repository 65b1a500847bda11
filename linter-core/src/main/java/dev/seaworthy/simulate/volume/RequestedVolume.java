package dev.seaworthy.simulate.volume;

import java.util.Optional;

/** Whether a claim can have the free volume that it asks for by name. */
public final class RequestedVolume {

  private RequestedVolume() {}

  /**
   * Why {@code claim} can't have {@code volume}, in the words of {@code checkVolumeSatisfyClaim} of the
   * volume controller; empty if it can.
   */
  public static Optional<String> objection(Claim claim, Volume volume) {
    if (volume.isBeingDeleted()) {
      return Optional.of("the volume is marked for deletion \"" + volume.name() + "\"");
    }
    if (volume.capacity() < claim.request()) {
      return Optional.of("requested PV is too small");
    }
    if (!volume.className().equals(claim.className())) {
      return Optional.of("storageClassName does not match");
    }
    if (!volume.attributesClass().equals(claim.attributesClass())) {
      return Optional.of("volumeAttributesClassName does not match");
    }
    if (!volume.mode().equals(claim.mode())) {
      return Optional.of("incompatible volumeMode");
    }
    return volume.accessModes().containsAll(claim.accessModes())
        ? Optional.empty()
        : Optional.of("incompatible accessMode");
  }
}
