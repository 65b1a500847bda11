package dev.seaworthy.judge;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What of the server's answer holds although something of the object is not known yet. */
final class KnownVerdict {

  private static final String DENIED = "Forbidden";

  private KnownVerdict() {}

  /**
   * One thing that the server says.
   *
   * @param reason the {@code metav1.CauseType}, or the word for what could not be decoded
   */
  record Said(String reason, FieldPath place, String message) {}

  /** {@code verdict} without what {@code isUnknown}; if nothing is left of it, the object is accepted. */
  static Verdict without(Predicate<Said> isUnknown, Verdict verdict) {
    Predicate<Said> isKnown = isUnknown.negate();
    Verdict known = new Verdict(
        verdict.code(),
        verdict.reason(),
        verdict.stage(),
        verdict.causes().stream()
            .filter(
                each -> isKnown.test(new Said(each.type().word(), each.place(), each.message())))
            .toList(),
        verdict.decode().stream()
            .filter(each -> isKnown.test(new Said(each.error(), each.path(), each.message())))
            .toList(),
        verdict.warnings().stream()
            .filter(each -> isKnown.test(new Said("", each.field(), each.message())))
            .toList(),
        verdict.result(),
        verdict
            .denial()
            .filter(each -> isKnown.test(new Said(DENIED, each.field(), each.message()))),
        verdict.later().stream()
            .filter(each -> isKnown.test(new Said(each.reason(), each.place(), each.message())))
            .toList());
    return known.accepted() || saysSomething(known) || !saysSomething(verdict)
        ? known
        : accepted(known);
  }

  private static boolean saysSomething(Verdict verdict) {
    return !verdict.causes().isEmpty()
        || !verdict.decode().isEmpty()
        || verdict.denial().isPresent()
        || !verdict.later().isEmpty();
  }

  private static Verdict accepted(Verdict known) {
    return new Verdict(
        201,
        "",
        Optional.empty(),
        List.of(),
        List.of(),
        known.warnings(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
