package dev.seaworthy.simulate.node;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.Watch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who waits for objects that are not there, or for others to go. A real kubelet looks again and
 * again; here it is told when there is something new to see, so that waiting costs nothing.
 */
public final class Absences implements Watch {

  private final Map<ObjectKey, List<Runnable>> waiting = new HashMap<>();

  /** Has {@code again} called once, when any of {@code missing} appears, changes or goes. */
  void await(Collection<ObjectKey> missing, Runnable again) {
    missing.forEach(
        key -> waiting.computeIfAbsent(key, none -> new ArrayList<>()).add(again));
  }

  @Override
  public void onChange(Change change) {
    if (!waiting.isEmpty()) {
      List<Runnable> interested = waiting.remove(change.key());
      if (interested != null) {
        interested.forEach(Runnable::run);
      }
    }
  }
}
