package dev.seaworthy.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Our functions as the library has them. */
final class LibraryFunctions {

  private LibraryFunctions() {}

  static CelFunctionDecl declaration(CelFunction function) {
    List<CelType> types = LibraryTypes.of(
        function.parameters().stream().map(CelFunction.Parameter::type).toList());
    CelType result = LibraryTypes.of(function.result());
    String id = function.overloadId();
    return CelFunctionDecl.newFunctionDeclaration(
        function.name(),
        function.style() == CelFunction.Style.MEMBER
            ? CelOverloadDecl.newMemberOverload(id, result, types)
            : CelOverloadDecl.newGlobalOverload(id, result, types));
  }

  @SuppressWarnings("Immutable") // A body has no state; it only lacks the library's annotation.
  static CelFunctionBinding binding(CelFunction function) {
    List<Class<?>> classes = function.parameters().stream()
        .<Class<?>>map(CelFunction.Parameter::javaClass)
        .toList();
    return CelFunctionBinding.from(
        function.overloadId(),
        classes,
        arguments -> CelValues.ofPlain(function.body().apply(arguments)));
  }

  /**
   * Those of all {@code functions}, also by name where one name has several: which one is meant may
   * be known only when the expression runs.
   */
  static List<CelFunctionBinding> bindings(List<CelFunction> functions) {
    Map<String, List<CelFunctionBinding>> byName = new LinkedHashMap<>();
    for (CelFunction function : functions) {
      byName.computeIfAbsent(function.name(), name -> new ArrayList<>()).add(binding(function));
    }
    List<CelFunctionBinding> all = new ArrayList<>();
    byName.forEach((name, overloads) -> all.addAll(
        overloads.size() == 1 ? overloads : CelFunctionBinding.fromOverloads(name, overloads)));
    return all;
  }
}
