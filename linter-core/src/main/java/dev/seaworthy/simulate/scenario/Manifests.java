package dev.seaworthy.simulate.scenario;

import dev.seaworthy.api.Resource;
import java.util.List;

/** Where a story's manifests come from. */
interface Manifests {

  /** The objects of a file, in the order written, each in the namespace that it goes to. */
  List<Resource> read(String file);
}
