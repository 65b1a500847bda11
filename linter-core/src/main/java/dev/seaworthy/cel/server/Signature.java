package dev.seaworthy.cel.server;

import dev.seaworthy.cel.CelFunction.Parameter;
import dev.seaworthy.cel.ValueType;
import java.util.List;

/** Parameters that many functions have. */
public final class Signature {

  public static final Parameter TEXT = new Parameter(ValueType.STRING, String.class);
  public static final Parameter INT = new Parameter(ValueType.INT, Long.class);
  public static final Parameter BOOL = new Parameter(ValueType.BOOL, Boolean.class);

  private static final ValueType ANY = ValueType.parameter("T");

  /** A value of any type. */
  public static final Parameter ITEM = new Parameter(ANY, Object.class);

  /** A list of any type. */
  public static final Parameter LIST = new Parameter(ValueType.list(ANY), List.class);

  private Signature() {}

  /** A list whose items have one type. */
  public static Parameter listOf(ValueType item) {
    return new Parameter(ValueType.list(item), List.class);
  }
}
