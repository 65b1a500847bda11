package dev.seaworthy.cel.compact;

import dev.seaworthy.cel.CelFunction;
import dev.seaworthy.cel.CelProgram;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads expressions that {@link Translator} made. */
public final class CompactExpressions {

  private final Map<String, CelFunction> functions = new HashMap<>();

  /** {@code all} are the functions of the environment that the expressions were checked in. */
  public CompactExpressions(List<CelFunction> all) {
    all.forEach(function -> functions.put(function.overloadId(), function));
  }

  /** @throws IllegalStateException if it is no such expression: the product is broken */
  public CelProgram load(byte[] compact) {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(compact));
    try {
      return new CompactProgram(new ExpressionReader(in, this::function).read());
    } catch (IOException broken) {
      throw new IllegalStateException("a compact expression cannot be loaded", broken);
    }
  }

  private CelFunction function(String overloadId) {
    @Nullable CelFunction function = functions.get(overloadId);
    if (function == null) {
      throw new IllegalStateException("a compact expression calls " + overloadId);
    }
    return function;
  }
}
