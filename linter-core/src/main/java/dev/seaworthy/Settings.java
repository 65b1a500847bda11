package dev.seaworthy;

import dev.seaworthy.api.Release;
import dev.seaworthy.judge.OtherFiles;
import dev.seaworthy.manifest.ReadLimits;

/**
 * What holds for every answer.
 *
 * @param release the Kubernetes release whose API server judges
 * @param limits how much a file may ask of the reader
 * @param otherFiles what to do with files that are no manifests
 * @param threads how many files are worked on at a time
 */
public record Settings(Release release, ReadLimits limits, OtherFiles otherFiles, int threads) {

  /** The newest release, usual limits, a thread for each core; other tools' files are told of. */
  public static Settings usual() {
    return new Settings(
        Release.NEWEST,
        ReadLimits.DEFAULT,
        OtherFiles.WARN,
        Runtime.getRuntime().availableProcessors());
  }

  public Settings withRelease(Release other) {
    return new Settings(other, limits, otherFiles, threads);
  }

  public Settings withOtherFiles(OtherFiles choice) {
    return new Settings(release, limits, choice, threads);
  }

  public Settings withThreads(int number) {
    return new Settings(release, limits, otherFiles, number);
  }
}
