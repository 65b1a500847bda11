package dev.seaworthy.validate.rules;

import dev.seaworthy.cel.CelFunction;
import dev.seaworthy.cel.ServerExpressions;
import dev.seaworthy.cel.server.ListFunctions;
import dev.seaworthy.cel.server.RegexFunctions;
import dev.seaworthy.cel.server.SemverFunctions;
import dev.seaworthy.cel.server.ServerQuantityFunctions;
import dev.seaworthy.cel.server.TextFormatFunction;
import dev.seaworthy.cel.server.UrlFunctions;
import java.util.ArrayList;
import java.util.List;

/** The functions that Kubernetes gives to the rules of definitions and to policies. */
public final class ServerLibrary {

  private ServerLibrary() {}

  /** Expressions with all of them. */
  public static ServerExpressions expressions() {
    List<CelFunction> functions = new ArrayList<>();
    functions.addAll(ServerQuantityFunctions.all());
    functions.addAll(RegexFunctions.all());
    functions.addAll(ListFunctions.all());
    functions.addAll(UrlFunctions.all());
    functions.addAll(SemverFunctions.all());
    functions.addAll(TextFormatFunction.all());
    functions.addAll(NetworkFunctions.all());
    functions.addAll(FormatFunctions.all());
    return new ServerExpressions(functions);
  }
}
