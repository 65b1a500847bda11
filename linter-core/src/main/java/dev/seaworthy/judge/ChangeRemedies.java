package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic.Subject;
import java.util.List;
import java.util.Optional;

/**
 * What to do about a field that can't be changed in an object that is there: one line a field, the
 * first that fits counts.
 */
final class ChangeRemedies {

  /** The origin of what checks say of such fields. */
  static final String IMMUTABLE = "immutable";

  private static final String ANY = "";
  private static final String ORPHAN = "delete the old object with --cascade=orphan, so that its"
      + " pods run on, and apply this one.";
  private static final String ANEW = "Delete the old object and apply this one";
  private static final String NEW_NAME = "Give the object a new name and refer to that";

  private static final List<Line> LINES = List.of(
      new Line(
          "StatefulSet",
          "spec",
          "Keep the field; or " + ORPHAN
              + " Claims that are there stay as they are: for more storage" + " grow these, too."),
      new Line(
          "Job",
          "spec",
          ANEW + ", or give each run a name of its own, as by generateName with kubectl create."),
      new Line(
          "ConfigMap",
          ANY,
          NEW_NAME + ", as kustomize's configMapGenerator does; or delete the old one first."),
      new Line(
          "Secret",
          ANY,
          NEW_NAME + ", as kustomize's secretGenerator does; or delete the old one first."),
      new Line(
          "PersistentVolumeClaim",
          "spec.resources",
          "Keep the size, for volumes do not shrink; or copy the data to a new claim."),
      new Line(
          "PersistentVolumeClaim",
          ANY,
          "Keep all but spec.resources.requests.storage, which may grow; or copy the data to a new"
              + " claim of another name. To delete the old one may delete its data."),
      new Line(
          "PersistentVolume",
          ANY,
          "Make a volume of a new name; set persistentVolumeReclaimPolicy: Retain before the old"
              + " one goes, if its data is to stay."),
      new Line(
          "Service",
          ANY,
          "Leave the field out to keep what the Service has; or delete it and apply this one,"
              + " during which nobody reaches it."),
      new Line("Pod", ANY, ANEW + ": kubectl replace --force -f FILE; or let a Deployment do so."),
      new Line("StorageClass", ANY, ANEW + ", volumes stay as they are; or use a new name."),
      new Line("Node", ANY, "Keep what the node has; it is set once."),
      new Line("Namespace", ANY, "Keep what the namespace has; to delete it deletes all in it."),
      new Line(
          "CustomResourceDefinition",
          ANY,
          "Define a kind of another name; to delete this one deletes all objects of its kind."),
      new Line(
          ANY, "roleRef", ANEW + ", as kubectl auth reconcile -f FILE does; or use a new name."),
      new Line(
          ANY,
          "spec.selector",
          "Keep the selector, for labels can be added to the template alone; or " + ORPHAN
              + " Pods that the new selector does not select stay until somebody deletes them."),
      new Line(ANY, ANY, "Keep the field as it was; or delete the old object and apply this one."));

  /**
   * @param kind the kind, empty for any
   * @param field the field, or one that it is below; empty for any
   */
  private record Line(String kind, String field, String remedy) {

    boolean fits(Subject object, String changed) {
      return (kind.isEmpty() || kind.equals(object.kind()))
          && (field.isEmpty()
              || changed.equals(field)
              || changed.startsWith(field + ".")
              || changed.startsWith(field + "["));
    }
  }

  private ChangeRemedies() {}

  /** What to do where {@code field} of {@code object} must stay. */
  static Optional<String> of(Subject object, String field) {
    return LINES.stream().filter(line -> line.fits(object, field)).findFirst().map(Line::remedy);
  }
}
