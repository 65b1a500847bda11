package dev.seaworthy.diagnostic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Fixes of one file that can be made together: none touches what another one changes. */
public final class FixSet {

  private final List<Edit> edits = new ArrayList<>();
  private int size;

  /** Takes {@code fix} in, unless it is in the way of those that are there. */
  public boolean add(Fix fix) {
    for (Edit edit : fix.edits()) {
      if (isInTheWay(edit)) {
        return false;
      }
    }
    for (Edit edit : fix.edits()) {
      edits.add(place(edit), edit);
    }
    size++;
    return true;
  }

  private boolean isInTheWay(Edit edit) {
    int at = place(edit);
    for (int i = at - 1; i >= 0; i--) {
      if (edits.get(i).conflictsWith(edit)) {
        return true;
      }
      if (!edits.get(i).place().equals(edit.place())) {
        break;
      }
    }
    for (int i = at; i < edits.size(); i++) {
      if (edit.conflictsWith(edits.get(i))) {
        return true;
      }
      if (!edits.get(i).place().equals(edit.place())) {
        break;
      }
    }
    return false;
  }

  /** Behind all that are equal by {@link Edit#ORDER}. */
  private int place(Edit edit) {
    int found = Collections.binarySearch(edits, edit, Edit.ORDER);
    int at = found < 0 ? -found - 1 : found;
    while (at < edits.size() && Edit.ORDER.compare(edits.get(at), edit) == 0) {
      at++;
    }
    return at;
  }

  /** How many fixes there are. */
  public int size() {
    return size;
  }

  /** What they change, in the order of {@link Edit#ORDER}. */
  public List<Edit> edits() {
    return List.copyOf(edits);
  }
}
