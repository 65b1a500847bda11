package dev.seaworthy.validate.rules;

import dev.seaworthy.api.Release;
import dev.seaworthy.cel.CelFunction;
import dev.seaworthy.cel.ServerExpressions;
import dev.seaworthy.cel.ServerExpressions.Extension;
import dev.seaworthy.cel.server.ListFunctions;
import dev.seaworthy.cel.server.RegexFunctions;
import dev.seaworthy.cel.server.SemverFunctions;
import dev.seaworthy.cel.server.ServerQuantityFunctions;
import dev.seaworthy.cel.server.TextFormatFunction;
import dev.seaworthy.cel.server.UrlFunctions;
import dev.seaworthy.validate.field.Request;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The functions that Kubernetes gives to the rules of definitions and to policies. Mirrors the versions of
 * the base environment: what came with a release can be written from the one after it on, so that the step
 * back to the release before stays open. What is stored already may use everything.
 */
public final class ServerLibrary {

  private final int writable;

  private ServerLibrary(int writable) {
    this.writable = writable;
  }

  /** Expressions with all functions, as stored objects may use them. */
  public static ServerExpressions expressions() {
    return new ServerLibrary(Release.NEWEST.minor()).made();
  }

  /** Expressions with those that {@code request} may write; of an update nobody knows what is new. */
  static ServerExpressions expressions(Request request) {
    return request.isUpdate()
        ? expressions()
        : new ServerLibrary(request.release().minor() - 1).made();
  }

  private ServerExpressions made() {
    return new ServerExpressions(functions(), extensions());
  }

  private boolean has(int introduced) {
    return introduced <= writable;
  }

  private List<CelFunction> functions() {
    List<CelFunction> functions = new ArrayList<>();
    functions.addAll(ServerQuantityFunctions.all());
    functions.addAll(RegexFunctions.all());
    functions.addAll(ListFunctions.all());
    functions.addAll(UrlFunctions.all());
    if (has(29)) {
      functions.addAll(TextFormatFunction.all());
    }
    if (has(30)) {
      functions.addAll(NetworkFunctions.all());
    }
    if (has(31)) {
      functions.addAll(FormatFunctions.all());
    }
    if (has(33)) {
      functions.addAll(SemverFunctions.all());
    }
    return functions;
  }

  private Set<Extension> extensions() {
    Set<Extension> extensions = EnumSet.noneOf(Extension.class);
    if (has(29)) {
      extensions.add(Extension.QUOTE);
      extensions.add(Extension.SETS);
    }
    if (has(32)) {
      extensions.add(Extension.TWO_VARIABLES);
    }
    if (has(34)) {
      extensions.add(Extension.LISTS);
    }
    return extensions;
  }
}
