package dev.seaworthy.project;

import dev.seaworthy.graph.Layout;
import java.util.List;

/** Finds out how the files of an input hang together, by the kustomizations and charts around them. */
public final class ProjectLayout {

  private ProjectLayout() {}

  /** Reads the kustomizations that may speak of {@code sources}. */
  public static Layout of(List<InputSource> sources) {
    return FileRoles.of(sources).layout();
  }
}
