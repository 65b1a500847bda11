package dev.seaworthy.cli;

import dev.seaworthy.api.Release;
import dev.seaworthy.judge.JudgedFile;
import dev.seaworthy.judge.VerdictDiagnostics;
import dev.seaworthy.report.Tally;
import dev.seaworthy.report.json.VerdictsJson;

/** Verdicts for programs. */
final class JsonVerdictOutput implements VerdictOutput {

  private final VerdictsJson json;
  private final Tally tally = new Tally();

  JsonVerdictOutput(Console console, Release release, boolean showResult) {
    this.json = new VerdictsJson(console.out(), release, showResult);
  }

  @Override
  public void file(JudgedFile file) {
    tally.add(file);
    tally.add(VerdictDiagnostics.of(file));
    json.write(file);
  }

  @Override
  public Tally end() {
    json.end();
    return tally;
  }
}
