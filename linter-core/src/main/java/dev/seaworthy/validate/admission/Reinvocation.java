package dev.seaworthy.validate.admission;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which policies see a request a second time: if one of them changed the object, all plug-ins have
 * another turn, and with them those policies that ask for it. Mirrors policyReinvokeContext.
 */
public final class Reinvocation {

  private final Set<String> invoked = new HashSet<>();
  private final Set<String> due = new HashSet<>();
  private @Nullable Node output;
  private boolean wanted;
  private boolean repeated;

  /** Whether there must be a second turn; there is no third. */
  boolean begin() {
    boolean begins = wanted && !repeated;
    repeated = true;
    return begins;
  }

  /** The policies begin their turn with {@code object}; others may have changed it meanwhile. */
  void look(Mapping object) {
    if (repeated && output != null && !object.sameAs(output)) {
      makeDue();
    }
  }

  boolean isLeftOut(String policy) {
    return repeated && !due.contains(policy);
  }

  /** A policy changed the object: the others must see it again. */
  void changed() {
    wanted = true;
    makeDue();
  }

  private void makeDue() {
    due.addAll(invoked);
    invoked.clear();
  }

  /** A policy that asks to see again what others make of its work. */
  void invoked(String policy) {
    invoked.add(policy);
  }

  void end(Mapping object) {
    output = object;
  }
}
