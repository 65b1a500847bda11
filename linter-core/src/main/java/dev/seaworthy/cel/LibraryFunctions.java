package dev.seaworthy.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;

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
}
