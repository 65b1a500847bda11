package dev.seaworthy.report;

/**
 * Is told what came of an input, in its order, and writes it. {@link #end} comes last, and once.
 */
public interface Report {

  /** A file of the input, with everything that is known of it before anything is simulated. */
  void file(FileReport file);

  /** What a cluster did with the objects; only a dry-run has it, once, after all files. */
  void simulated(SimulationReport simulation);

  /** A story that was played as a test; only a run of scenarios has them. */
  default void played(ScenarioReport scenario) {}

  /** Nothing more comes. {@code tally} has counted what came. */
  void end(Tally tally);
}
