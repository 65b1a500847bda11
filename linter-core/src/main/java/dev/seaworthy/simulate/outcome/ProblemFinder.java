package dev.seaworthy.simulate.outcome;

import dev.seaworthy.diagnostic.Diagnostic;
import java.util.List;

/** Looks for one kind of problem in a cluster that has come to rest. */
interface ProblemFinder {

  /** What it found; one diagnostic a manifest and cause, however many pods it concerns. */
  List<Diagnostic> find(Scene scene);
}
