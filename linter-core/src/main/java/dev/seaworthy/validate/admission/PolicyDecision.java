package dev.seaworthy.validate.admission;

/**
 * What a policy has against a request.
 *
 * @param reason the {@code metav1.StatusReason}
 */
record PolicyDecision(String reason, String message) {

  static PolicyDecision invalid(String message) {
    return new PolicyDecision("Invalid", message);
  }

  int code() {
    return switch (reason) {
      case "Unauthorized" -> 401;
      case "Forbidden" -> 403;
      case "RequestEntityTooLarge" -> 413;
      default -> 422;
    };
  }
}
