package dev.seaworthy.validate.defaulting;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.List;

/**
 * A Job without labels has those of its pods. The server defaults an object when it comes in, and again
 * whenever it is read back: by then the pods have the labels that were generated. Mirrors
 * SetDefaults_Job.
 */
public final class JobLabels {

  private static final GroupKind JOB = GroupKind.of("batch", "Job");
  private static final List<String> OWN = List.of("metadata", "labels");

  private JobLabels() {}

  /** {@code object} as it is read back; what is no Job stays as it is. */
  public static Mapping readBack(Mapping object) {
    return new Resource(object).groupKind().equals(JOB) ? ofPods(object) : object;
  }

  static Mapping ofPods(Mapping job) {
    Node labels = job.at("spec", "template", "metadata", "labels");
    boolean isBare = job.at("metadata", "labels").size() == 0;
    return isBare && labels.size() > 0 ? job.withAt(OWN, labels) : job;
  }
}
