package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.manifest.Scalar;
import org.jspecify.annotations.Nullable;

/** What a build has asked for, and when it is too much. */
final class Budget {

  private static final String REMEDY = "; split the kustomization";

  /** So many times as much as one folder may all folders of a run ask for. */
  private static final int OF_RUN = 16;

  private final BuildLimits limits;
  private final int times;
  private final @Nullable Budget outer;
  private long kustomizations;
  private long readBytes;
  private long values;
  private long characters;

  private Budget(BuildLimits limits, int times, @Nullable Budget outer) {
    this.limits = limits;
    this.times = times;
    this.outer = outer;
  }

  /** What all builds of a run have asked for. */
  static Budget ofRun(BuildLimits limits) {
    return new Budget(limits, OF_RUN, null);
  }

  /** What the build of one folder asks for, which counts for the run, too. */
  static Budget within(Budget run) {
    return new Budget(run.limits, 1, run);
  }

  /** A kustomization around which {@code depth} others stand. */
  void depth(int depth, Mention place) throws BuildFailure {
    require(
        depth < limits.depth(),
        "more than " + limits.depth() + " kustomizations are made of each other in a row; list the"
            + " inner ones directly",
        place);
  }

  /** Another kustomization is built. */
  void enter(Mention place) throws BuildFailure {
    if (outer != null) {
      outer.enter(place);
    }
    kustomizations++;
    require(
        kustomizations <= most(limits.kustomizations()),
        "more than " + most(limits.kustomizations())
            + " kustomizations would be built here, each counted as"
            + " often as it is listed; list each of them once",
        place);
  }

  void objects(int count, Mention place) throws BuildFailure {
    require(
        count <= limits.objects(),
        "there are more than " + limits.objects() + " objects in this kustomization" + REMEDY,
        place);
  }

  void read(int bytes, Mention place) throws BuildFailure {
    if (outer != null) {
      outer.read(bytes, place);
    }
    readBytes += bytes;
    require(
        readBytes <= most(limits.readBytes()),
        "more than " + (most(limits.readBytes()) >> 20) + " MiB would be read for it" + REMEDY,
        place);
  }

  /** An object of one kustomization comes into another one. */
  void copied(Mention place) throws BuildFailure {
    value(place);
  }

  private long most(int forOne) {
    return (long) forOne * times;
  }

  /** A field path, a pointer or a pattern. */
  void expression(String text, Mention place) throws BuildFailure {
    require(
        text.length() <= limits.expression(),
        "a field path or pattern has more than " + limits.expression() + " characters; shorten it",
        place);
  }

  /** Some text that is generated, or copied. */
  void made(long length, Mention place) throws BuildFailure {
    if (outer != null) {
      outer.made(length, place);
    }
    characters += length;
    if (characters > most(limits.madeCharacters())) {
      throw BuildFailure.ofLimit(
          "generators, patches and replacements would make more than "
              + (most(limits.madeCharacters()) >> 20) + " MiB of text" + REMEDY,
          place);
    }
  }

  private void value(Mention place) throws BuildFailure {
    if (outer != null) {
      outer.value(place);
    }
    values++;
    if (values > most(limits.madeValues())) {
      throw BuildFailure.ofLimit(
          "patches and replacements would make more than " + most(limits.madeValues()) + " values"
              + REMEDY,
          place);
    }
  }

  /** {@code value} comes into another place. */
  void made(Node value, Mention place) throws BuildFailure {
    made(value, 0, place);
  }

  private void made(Node value, int depth, Mention place) throws BuildFailure {
    int deepest = ReadLimits.DEFAULT.depth();
    if (depth > deepest) {
      throw BuildFailure.ofLimit(
          "values are nested more than " + deepest + " levels deep" + REMEDY, place);
    }
    value(place);
    if (value instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        made(entry.key().length(), place);
        made(entry.value(), depth + 1, place);
      }
    } else if (value instanceof Scalar scalar) {
      made(scalar.value().length(), place);
    } else {
      for (Node item : value.items()) {
        made(item, depth + 1, place);
      }
    }
  }

  private static void require(boolean holds, String message, Mention place) throws BuildFailure {
    if (!holds) {
      throw BuildFailure.ofLimit(message, place);
    }
  }
}
