package dev.seaworthy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Writes a tree of valid manifests as a large repository holds them, for {@code bench/tree}: {@code
 * ManifestTree FOLDER COUNT}. The same count gives the same bytes.
 */
public final class ManifestTree {

  private static final int FILES_A_FOLDER = 50;
  private static final long SEED = 20_000;

  /** How a kind is written, and how many of a hundred files are of it. */
  private record Kind(int share, Template template) {}

  private interface Template {
    String write(String name, RandomGenerator random);
  }

  private static final List<Kind> KINDS = List.of(
      new Kind(36, WorkloadManifests::deployment),
      new Kind(18, SupportManifests::service),
      new Kind(14, SupportManifests::configMap),
      new Kind(7, WorkloadManifests::statefulSet),
      new Kind(6, WorkloadManifests::cronJob),
      new Kind(6, SupportManifests::ingress),
      new Kind(5, SupportManifests::autoscaler),
      new Kind(4, SupportManifests::networkPolicy),
      new Kind(4, SupportManifests::role));

  private ManifestTree() {}

  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), Integer.parseInt(args[1]));
  }

  static void write(Path folder, int count) throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    for (int i = 0; i < count; i++) {
      Path team = folder.resolve("team-%03d".formatted(i / FILES_A_FOLDER));
      Files.createDirectories(team);
      String name = "app-%05d".formatted(i);
      Files.writeString(team.resolve(name + ".yaml"), pick(random).write(name, random));
    }
  }

  private static Template pick(RandomGenerator random) {
    int ticket = random.nextInt(100);
    for (Kind kind : KINDS) {
      ticket -= kind.share();
      if (ticket < 0) {
        return kind.template();
      }
    }
    throw new AssertionError("the shares do not add up to 100");
  }
}
