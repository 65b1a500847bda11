package dev.seaworthy.validate.field;

import dev.seaworthy.api.Release;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;

/**
 * What is asked of the server, apart from the object: to make, change or delete it, in which release.
 *
 * @param baseline what is known of the object that an update replaces
 * @param subresource the part of the object that is written, as URLs name it; empty for all of it
 * @param equality what the server takes for the same
 * @param families the families of addresses that the cluster has
 */
public record Request(
    Operation operation,
    Release release,
    Baseline baseline,
    String subresource,
    Equality equality,
    AddressFamilies families) {

  /** Containers to debug a running pod with, which are written apart from the rest of it. */
  public static final String EPHEMERAL_CONTAINERS = "ephemeralcontainers";

  /** What the containers of a running pod ask for, which is written apart from the rest of it. */
  public static final String RESIZE = "resize";

  /** How many replicas there shall be, which can be written apart from the rest. */
  public static final String SCALE = "scale";

  /** What the client wants to be done. */
  public enum Operation {
    CREATE,
    UPDATE,
    DELETE
  }

  /** How far an update may rely on what it replaces. */
  public enum Baseline {
    /** Somebody says that it was like that. */
    GIVEN,
    /** This very server judged and stored it. */
    STORED
  }

  /** Tells whether the server takes two values of an object for the same. */
  @FunctionalInterface
  public interface Equality {
    /** Asks about two values that may stand at {@code place}. */
    boolean holds(FieldPath place, Node one, Node other);
  }

  /** A request in which values are the same only if they are written alike. */
  public Request(Operation operation, Release release, Baseline baseline, String subresource) {
    this(
        operation,
        release,
        baseline,
        subresource,
        (place, one, other) -> one.sameAs(other),
        AddressFamilies.ASSUMED);
  }

  public Request(Operation operation, Release release) {
    this(operation, release, Baseline.GIVEN, "");
  }

  /** The same request, which compares values by {@code other}. */
  public Request comparingBy(Equality other) {
    return new Request(operation, release, baseline, subresource, other, families);
  }

  /** The same request to a cluster that has these families of addresses. */
  public Request in(AddressFamilies others) {
    return new Request(operation, release, baseline, subresource, equality, others);
  }

  /**
   * Whether {@code one} and {@code other}, either of which may stand at {@code place}, are the same
   * to the server, which can't tell the zero of most fields from their absence.
   */
  public boolean same(FieldPath place, Node one, Node other) {
    return equality.holds(place, one, other);
  }

  /** Whether a part that is the very one of the stored object needs no second look. */
  public boolean keepsWhatIsStored() {
    return baseline == Baseline.STORED;
  }

  /** Whether it is an update of {@code part} alone. */
  public boolean isOf(String part) {
    return subresource.equals(part);
  }

  public boolean isUpdate() {
    return operation == Operation.UPDATE;
  }

  public boolean isDelete() {
    return operation == Operation.DELETE;
  }

  public boolean isCreate() {
    return operation == Operation.CREATE;
  }

  public boolean isSince(int minor) {
    return release.minor() >= minor;
  }
}
