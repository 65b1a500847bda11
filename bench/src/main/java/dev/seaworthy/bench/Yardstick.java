package dev.seaworthy.bench;

import dev.seaworthy.conformance.Corpus;
import java.io.IOException;
import java.util.function.Consumer;

/** Plays one part of a corpus. */
interface Yardstick {

  /** The folder of the corpus that this plays, {@code cases}. */
  String folder();

  /** Plays every case below {@code corpus} and reports each as it is done. */
  void play(Corpus corpus, Consumer<Outcome> report) throws IOException;
}
